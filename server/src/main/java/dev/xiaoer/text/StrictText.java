package dev.xiaoer.text;

import dev.xiaoer.protocol.Refusal;
import java.text.Normalizer;

/// The one gate for text that people wrote.
///
/// - Lines end in `\n`: CR LF, CR, NEL (U+0085), U+2028 and U+2029 become it. Tabs stay.
/// - Refused as BAD_TEXT: other control characters, direction overrides and isolates (U+202A–E, U+2066–9), lone
///   surrogates, noncharacters. What holds emoji and scripts together (joiners, variation selectors, direction marks)
///   stays.
/// - Kept in normal form C; other forms of a character, such as full width, stay as written.
/// - Refused as TEXT_EMPTY: nothing to see. As TEXT_TOO_LONG: over 4,000 code points or 16 KB of UTF-8, both measured on
///   what would be kept.
///
/// On the hot path: ordinary text is passed over once and answered as it is. Any thread may call.
public final class StrictText {

  public static final int MAX_CODE_POINTS = 4_000;
  public static final int MAX_BYTES = 16 * 1024;

  /// In characters. Two make a code point, and at most four code points compose to one: nothing longer can become short
  /// enough, and nobody is to make us try.
  private static final int HOPELESS = 8 * MAX_CODE_POINTS;

  private StrictText() {}

  /// @return the text as it may be kept, or why it may not be
  public static Verdict check(String text) {
    return text.length() > HOPELESS ? new Verdict.Refused(Refusal.TEXT_TOO_LONG) : pass(text, false);
  }

  /// The same for what has to be shorter.
  public static Verdict check(String text, int mostCodePoints) {
    Verdict verdict = check(text);
    return verdict instanceof Verdict.Clean(var clean) && clean.codePointCount(0, clean.length()) > mostCodePoints
        ? new Verdict.Refused(Refusal.TEXT_TOO_LONG)
        : verdict;
  }

  /// @param repaired whether this is what repairing made of the text, and there is nothing more to repair
  private static Verdict pass(String text, boolean repaired) {
    int length = text.length();
    int codePoints = 0;
    int bytes = 0;
    boolean blank = true;
    boolean plain = true;
    for (int i = 0; i < length; codePoints++) {
      char c = text.charAt(i++);
      if (c > ' ' && c < 0x7F) {
        bytes++;
        blank = false;
        continue;
      }
      int point = c;
      if (Character.isHighSurrogate(c) && i < length && Character.isLowSurrogate(text.charAt(i))) {
        point = Character.toCodePoint(c, text.charAt(i++));
      }
      if (CodePoints.isForbidden(point)) {
        return new Verdict.Refused(Refusal.BAD_TEXT);
      }
      plain &= CodePoints.isPlain(point);
      blank &= CodePoints.isBlank(point);
      bytes += CodePoints.bytes(point);
    }
    if (!plain && !repaired) {
      return pass(repair(text), true);
    }
    if (blank) {
      return new Verdict.Refused(Refusal.TEXT_EMPTY);
    }
    return codePoints > MAX_CODE_POINTS || bytes > MAX_BYTES
        ? new Verdict.Refused(Refusal.TEXT_TOO_LONG)
        : new Verdict.Clean(text);
  }

  private static String repair(String text) {
    String lines = withLines(text);
    return Normalizer.isNormalized(lines, Normalizer.Form.NFC)
        ? lines
        : Normalizer.normalize(lines, Normalizer.Form.NFC);
  }

  private static String withLines(String text) {
    if (text.chars().noneMatch(CodePoints::isForeignLineEnd)) {
      return text;
    }
    return text.replace("\r\n", "\n").replace('\r', '\n').replace('\u0085', '\n').replace('\u2028', '\n')
        .replace('\u2029', '\n');
  }
}
