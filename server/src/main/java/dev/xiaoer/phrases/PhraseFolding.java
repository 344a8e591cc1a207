package dev.xiaoer.phrases;

import dev.xiaoer.text.FullWidth;

/// What does not make a word another: case, full width, invisible characters, spaces beside Chinese characters.
final class PhraseFolding {

  private static final String INVISIBLE = "\u200B\u200C\u200D\u2060\uFEFF\u00AD";

  private PhraseFolding() {}

  static String folded(String text) {
    var folded = new StringBuilder(text.length());
    boolean space = false;
    for (int i = 0; i < text.length(); i++) {
      char c = Character.toLowerCase(FullWidth.plain(text.charAt(i)));
      if (INVISIBLE.indexOf(c) >= 0) {
        continue;
      }
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        space = true;
        continue;
      }
      if (space && !folded.isEmpty() && !isChinese(c) && !isChinese(folded.charAt(folded.length() - 1))) {
        folded.append(' ');
      }
      space = false;
      folded.append(c);
    }
    return folded.toString();
  }

  private static boolean isChinese(char c) {
    return Character.isIdeographic(c);
  }
}
