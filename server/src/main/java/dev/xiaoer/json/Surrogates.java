package dev.xiaoer.json;

/// Finds halves of code points, written out or as `\ud800`: the parser lets them through, and each would silently become
/// a question mark on its way to the store.
final class Surrogates {

  private static final int NONE = -1;

  private Surrogates() {}

  /// On the hot path: passes over a document once. What is no JSON is left for the parser to find.
  static boolean hasHalf(String document) {
    boolean high = false;
    int i = 0;
    while (i < document.length()) {
      char c = document.charAt(i);
      int unit = c;
      int width = 1;
      if (c == '\\') {
        int escaped = escaped(document, i);
        unit = escaped;
        width = escaped == NONE ? 2 : 6;
      }
      boolean isLow = unit != NONE && Character.isLowSurrogate((char) unit);
      if (high != isLow) {
        return true;
      }
      high = unit != NONE && Character.isHighSurrogate((char) unit);
      i += width;
    }
    return high;
  }

  /// The UTF-16 unit that `\ uXXXX` at this place stands for, or [#NONE] when it is something else.
  private static int escaped(String document, int at) {
    if (at + 6 > document.length() || document.charAt(at + 1) != 'u') {
      return NONE;
    }
    int unit = 0;
    for (int i = at + 2; i < at + 6; i++) {
      int digit = Character.digit(document.charAt(i), 16);
      if (digit < 0) {
        return NONE;
      }
      unit = unit << 4 | digit;
    }
    return unit;
  }
}
