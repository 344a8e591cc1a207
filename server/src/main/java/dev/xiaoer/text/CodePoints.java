package dev.xiaoer.text;

/// What the desk thinks of single code points.
final class CodePoints {

  private CodePoints() {}

  static boolean isForbidden(int c) {
    if (c < 0xA0) {
      return Character.isISOControl(c) && c != '\t' && c != '\n' && !isForeignLineEnd(c);
    }
    return (c >= 0x202A && c <= 0x202E) // direction embeddings and overrides
        || (c >= 0x2066 && c <= 0x2069) // direction isolates
        || (c >= 0xD800 && c <= 0xDFFF) // half a pair
        || (c >= 0xFDD0 && c <= 0xFDEF) // noncharacters, as are the last two of every plane
        || (c & 0xFFFE) == 0xFFFE;
  }

  static boolean isForeignLineEnd(int c) {
    return c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
  }

  /// Whether the code point needs no second look: it ends no line and is the same in normal form C, whatever stands
  /// beside it. Says no to many that would be fine; the blocks named are those that people write here.
  static boolean isPlain(int c) {
    return c < 0x300
        ? !isForeignLineEnd(c)
        : (c >= 0x3400 && c <= 0x9FFF) // Chinese characters
            || (c >= 0x3000 && c <= 0x3029) // Chinese punctuation
            || (c >= 0xFF00 && c <= 0xFFEF) // full and half width
            || (c >= 0x2002 && c <= 0x2027) // quotes, dashes, joiners
            || (c >= 0x1F000 && c <= 0x1FAFF) // emoji
            || (c >= 0x2600 && c <= 0x27BF) // symbols shown as emoji
            || (c >= 0x3041 && c <= 0x3096) // hiragana
            || (c >= 0x30A0 && c <= 0x30FF) // katakana
            || (c >= 0xAC00 && c <= 0xD7A3) // Korean syllables
            || (c >= 0xFE00 && c <= 0xFE0F); // which shape of an emoji
  }

  static boolean isBlank(int c) {
    if (c > 0x3000 && c <= 0x9FFF) {
      return c == 0x3164; // a Hangul letter that is not there
    }
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT
        || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF) // say how another looks
        || c == 0x115F || c == 0x1160 || c == 0xFFA0 // more letters that are not there
        || c == 0x2800 || c == 0x34F; // a braille cell without dots, a joiner of marks
  }

  static int bytes(int c) {
    if (c < 0x80) {
      return 1;
    }
    if (c < 0x800) {
      return 2;
    }
    return c < 0x10000 ? 3 : 4;
  }
}
