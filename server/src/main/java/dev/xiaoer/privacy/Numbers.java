package dev.xiaoer.privacy;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Tells what a number is.
final class Numbers {

  private static final Pattern PHONE = Pattern.compile("(?:(?:00)?86)?1[3-9]\\d{9}");
  /// Place, date of birth, number of the day, check digit.
  private static final Pattern IDENTITY = Pattern.compile(
      "[1-9]\\d{5}(?:18|19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}[\\dXx]");
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECKS = "10X98765432";
  /// By whose numbers they begin with, in the lengths that each gives out: UnionPay and the older cards of the large
  /// Chinese banks, Visa, Mastercard, American Express, Discover, JCB, Diners.
  private static final List<Pattern> CARDS = List.of(
      Pattern.compile("(?:62|81)\\d{14,17}"),
      Pattern.compile("(?:9558|4367|4563|6013)\\d{15}|103\\d{16}"),
      Pattern.compile("4\\d{15}|(?:5[1-5]|2[2-7]|35|65)\\d{14}|6011\\d{12}"),
      Pattern.compile("3[47]\\d{13}|3[068]\\d{12}"));

  private Numbers() {}

  /// What it can be, with how many places stay readable at its beginning and at its end.
  enum Kind {
    PHONE(3, 4), IDENTITY(3, 2), CARD(0, 4);

    private final int head;
    private final int tail;

    Kind(int head, int tail) {
      this.head = head;
      this.tail = tail;
    }

    int head() {
      return head;
    }

    int tail() {
      return tail;
    }
  }

  static @Nullable Kind kindOf(CharSequence number) {
    if (PHONE.matcher(number).matches()) {
      return Kind.PHONE;
    }
    if (IDENTITY.matcher(number).matches() && hasIdentityCheck(number)) {
      return Kind.IDENTITY;
    }
    boolean issued = CARDS.stream().anyMatch(card -> card.matcher(number).matches());
    return issued && hasLuhnCheck(number) ? Kind.CARD : null;
  }

  /// ISO 7064, MOD 11-2, as GB 11643 uses it.
  private static boolean hasIdentityCheck(CharSequence number) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += (number.charAt(i) - '0') * WEIGHTS[i];
    }
    return Character.toUpperCase(number.charAt(WEIGHTS.length)) == CHECKS.charAt(sum % CHECKS.length());
  }

  private static boolean hasLuhnCheck(CharSequence number) {
    int sum = 0;
    for (int i = 0; i < number.length(); i++) {
      int digit = number.charAt(number.length() - 1 - i) - '0';
      int counted = i % 2 == 0 ? digit : digit * 2;
      sum += counted > 9 ? counted - 9 : counted;
    }
    return sum % 10 == 0;
  }
}
