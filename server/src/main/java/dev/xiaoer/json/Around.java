package dev.xiaoer.json;

/// JSON in which a number is left open that only a script knows; it belongs between the two.
public record Around(String before, String after) {

  /// Stands in the written value for the number.
  public static final long OPEN = -7_777_777;

  private static final String MARK = Long.toString(OPEN);

  /// The last mark is meant: what people wrote stands before it and may look like one.
  static Around mark(String written) {
    int at = written.lastIndexOf(MARK);
    return new Around(written.substring(0, at), written.substring(at + MARK.length()));
  }
}
