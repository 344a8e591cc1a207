package dev.xiaoer.protocol;

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

  /// Of a conversation: before anybody had it, it is 0.
  static void checkRevision(long revision) {
    if (revision < 0 || revision > LAST) {
      throw new IllegalArgumentException("a revision is 0 to 2^53 - 1");
    }
  }
}
