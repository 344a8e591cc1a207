package dev.xiaoer.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Hides telephone numbers, identity numbers, bank cards and e-mail addresses in a text: each character that is hidden
/// becomes a `*`, so that the rest stays where it was. Full-width forms, spaces and dashes between digits hide nothing
/// from it. Order numbers stay readable: what looks like a number must also have its check digit, its issuer or its date.
///
/// `golden/masked.json` holds the cases; the pages mask by the same ones.
public final class Masking {

  /// A run of digits; the last place of an identity number may be an X. An order number like `XD20260001` is none.
  private static final Pattern CHUNK = Pattern.compile("(?<![A-Z0-9])\\d+(?:(?<=\\d{17})[Xx])?(?![A-Z0-9])");
  private static final Pattern BETWEEN = Pattern.compile("[ \\-]{1,2}");
  private static final Pattern ORDER = Pattern.compile("(?:订单|单号|运单|快递|物流|ORDER)[^0-9]{0,8}$");
  private static final Pattern EMAIL = Pattern.compile(
      "[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,5}");
  /// As many digits as the longest thing that is looked for.
  private static final int LONGEST = 19;

  private Masking() {}

  /// A piece of the text without anything between its digits.
  private record Piece(int from, int to) {}

  /// How to reach somebody may be a name of any form: of it only the first character and the last stay, so that a colleague
  /// sees that there is one and which of two it is.
  public static String contact(String text) {
    int shown = text.length() < 4 ? 0 : 1;
    var hidden = new StringBuilder(text);
    for (int i = shown; i < text.length() - shown; i++) {
      hidden.setCharAt(i, '*');
    }
    return hidden.toString();
  }

  public static String masked(String text) {
    String folded = Folding.folded(text);
    var shown = new StringBuilder(text);
    hideNumbers(folded, shown);
    hideEmails(folded, shown);
    return shown.toString();
  }

  private static void hideNumbers(String folded, StringBuilder shown) {
    List<Piece> pieces = new ArrayList<>();
    Matcher chunks = CHUNK.matcher(folded);
    while (chunks.find()) {
      pieces.add(new Piece(chunks.start(), chunks.end()));
    }
    int at = 0;
    while (at < pieces.size()) {
      int after = hideLongest(folded, pieces, at, shown);
      at = after > at ? after : at + 1;
    }
  }

  /// Hides the longest number that begins with a piece.
  ///
  /// @return the piece after it; the same piece if there is none
  private static int hideLongest(String folded, List<Piece> pieces, int first, StringBuilder shown) {
    var digits = new StringBuilder();
    int found = first;
    Numbers.Kind kind = null;
    for (int i = first; i < pieces.size() && digits.length() <= LONGEST; i++) {
      if (i > first && !areJoined(folded, pieces.get(i - 1), pieces.get(i))) {
        break;
      }
      digits.append(folded, pieces.get(i).from(), pieces.get(i).to());
      Numbers.Kind one = Numbers.kindOf(digits);
      if (one != null) {
        kind = one;
        found = i + 1;
      }
    }
    if (kind == null || (kind == Numbers.Kind.CARD && isOfAnOrder(folded, pieces.get(first)))) {
      return first;
    }
    hide(folded, pieces.get(first).from(), pieces.get(found - 1).to(), kind, shown);
    return found;
  }

  private static boolean areJoined(String folded, Piece one, Piece next) {
    return BETWEEN.matcher(folded).region(one.to(), next.from()).matches();
  }

  private static boolean isOfAnOrder(String folded, Piece number) {
    String before = folded.substring(Math.max(0, number.from() - 16), number.from());
    return ORDER.matcher(before.toUpperCase(Locale.ROOT)).find();
  }

  private static void hide(String folded, int from, int to, Numbers.Kind kind, StringBuilder shown) {
    int digits = (int) folded.substring(from, to).chars().filter(Character::isLetterOrDigit).count();
    int place = 0;
    for (int i = from; i < to; i++) {
      if (Character.isLetterOrDigit(folded.charAt(i))) {
        place++;
        if (place > kind.head() && place <= digits - kind.tail()) {
          shown.setCharAt(i, '*');
        }
      }
    }
  }

  private static void hideEmails(String folded, StringBuilder shown) {
    Matcher emails = EMAIL.matcher(folded);
    while (emails.find()) {
      int at = folded.indexOf('@', emails.start());
      for (int i = Math.min(emails.start() + 1, at - 1); i < at; i++) {
        shown.setCharAt(i, '*');
      }
    }
  }
}
