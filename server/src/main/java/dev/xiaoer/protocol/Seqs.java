package dev.xiaoer.protocol;

import org.jspecify.annotations.Nullable;

/// The numbers a client may name: a page's script counts no further than 2^53 - 1.
final class Seqs {

  private static final long LAST = (1L << 53) - 1;

  private Seqs() {}

  /// Of an event: the first is 1.
  static void check(long seq) {
    if (seq < 1 || seq > LAST) {
      throw new IllegalArgumentException("a seq is 1 to 2^53 - 1");
    }
  }

  /// How many of the last events a client may ask for, if it says so at all.
  static void checkLast(@Nullable Integer last) {
    if (last != null && (last < 1 || last > 500)) {
      throw new IllegalArgumentException("the last 1 to 500 events can be asked for");
    }
  }

  /// Of a conversation: before anybody had it, it is 0.
  static void checkRevision(long revision) {
    if (revision < 0 || revision > LAST) {
      throw new IllegalArgumentException("a revision is 0 to 2^53 - 1");
    }
  }
}
