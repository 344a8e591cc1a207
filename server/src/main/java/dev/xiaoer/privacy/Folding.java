package dev.xiaoer.privacy;

import dev.xiaoer.text.FullWidth;

/// Makes the many forms of a character one, place by place: the folded text is as long as the text.
final class Folding {

  private Folding() {}

  static String folded(String text) {
    var folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      folded.append(folded(text.charAt(i)));
    }
    return folded.toString();
  }

  private static char folded(char c) {
    return switch (c) {
      case '\u3000', '\u00A0', '\u2002', '\u2003', '\u2009' -> ' ';
      case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212', '\u30FC' -> '-';
      default -> FullWidth.plain(c);
    };
  }
}
