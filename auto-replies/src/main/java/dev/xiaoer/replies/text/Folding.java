package dev.xiaoer.replies.text;

import java.text.Normalizer;
import java.util.Locale;

/// What does not make a text another: case, full or half width, invisible characters, spaces beside Chinese ones.
public final class Folding {

  private Folding() {}

  public static String folded(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    var folded = new StringBuilder(plain.length());
    boolean space = false;
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        space = true;
      } else if (Character.getType(c) != Character.FORMAT) {
        if (space && !folded.isEmpty() && !isChinese(c) && !isChinese(folded.charAt(folded.length() - 1))) {
          folded.append(' ');
        }
        space = false;
        folded.append(c);
      }
    }
    return folded.toString();
  }

  /// Without what stands at its ends and is neither letter nor digit: `发货？` is `发货`.
  static String bare(String folded) {
    int start = 0;
    int end = folded.length();
    while (start < end && !Character.isLetterOrDigit(folded.charAt(start))) {
      start++;
    }
    while (end > start && !Character.isLetterOrDigit(folded.charAt(end - 1))) {
      end--;
    }
    return folded.substring(start, end);
  }

  private static boolean isChinese(char c) {
    return Character.isIdeographic(c);
  }
}
