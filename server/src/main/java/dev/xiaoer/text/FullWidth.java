package dev.xiaoer.text;

/// Full-width letters, digits and signs as the plain ones they stand for.
public final class FullWidth {

  private static final char FIRST = '\uFF01';
  private static final char LAST = '\uFF5E';

  private FullWidth() {}

  /// Any other character stays as it is.
  public static char plain(char c) {
    return c >= FIRST && c <= LAST ? (char) (c - FIRST + '!') : c;
  }
}
