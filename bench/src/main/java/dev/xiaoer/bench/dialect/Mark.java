package dev.xiaoer.bench.dialect;

/// The name of one message, found again in whatever a server makes of it: `bench-<phase>-<number>`. It has the form of
/// the desk's refs.
public final class Mark {

  /// What [#find] answers when there is no mark.
  public static final long NONE = -1;

  private static final byte[] PREFIX = {'b', 'e', 'n', 'c', 'h', '-'};
  private static final int PHASE_DIGITS = 4;
  private static final int NUMBER_DIGITS = 8;
  private static final int LENGTH = PREFIX.length + PHASE_DIGITS + 1 + NUMBER_DIGITS;

  private Mark() {}

  public static String of(int phase, int number) {
    var mark = new char[LENGTH];
    for (int i = 0; i < PREFIX.length; i++) {
      mark[i] = (char) PREFIX[i];
    }
    write(mark, PREFIX.length, PHASE_DIGITS, phase);
    mark[PREFIX.length + PHASE_DIGITS] = '-';
    write(mark, LENGTH - NUMBER_DIGITS, NUMBER_DIGITS, number);
    return new String(mark);
  }

  private static void write(char[] mark, int from, int digits, int value) {
    int rest = value;
    for (int i = from + digits - 1; i >= from; i--) {
      mark[i] = (char) ('0' + rest % 10);
      rest /= 10;
    }
  }

  /// The first mark in these bytes, packed for [#phase] and [#number], or [#NONE].
  static long find(byte[] bytes, int length) {
    for (int i = 0; i <= length - LENGTH; i++) {
      if (bytes[i] == 'b' && startsHere(bytes, i)) {
        long phase = read(bytes, i + PREFIX.length, PHASE_DIGITS);
        long number = read(bytes, i + LENGTH - NUMBER_DIGITS, NUMBER_DIGITS);
        if (phase >= 0 && number >= 0) {
          return phase << 32 | number;
        }
      }
    }
    return NONE;
  }

  static int phase(long mark) {
    return (int) (mark >>> 32);
  }

  static int number(long mark) {
    return (int) mark;
  }

  private static boolean startsHere(byte[] bytes, int at) {
    for (int i = 1; i < PREFIX.length; i++) {
      if (bytes[at + i] != PREFIX[i]) {
        return false;
      }
    }
    return true;
  }

  private static long read(byte[] bytes, int from, int digits) {
    long value = 0;
    for (int i = from; i < from + digits; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return NONE;
      }
      value = value * 10 + digit;
    }
    return value;
  }
}
