package dev.xiaoer.bench.load;

/// When each message of a fixed rate is meant to be said, whatever the server does. Latency is told from that instant:
/// a server that stalls is charged for everything people would have said meanwhile (no coordinated omission).
///
/// @param start the instant of message 0, in ns
record Schedule(long start, int perSecond) {

  private static final long SECOND = 1_000_000_000L;

  long intended(int number) {
    return start + number * SECOND / perSecond;
  }

  /// How many messages are to have been said by now.
  int due(long now) {
    if (now < start) {
      return 0;
    }
    return (int) ((now - start) * perSecond / SECOND) + 1;
  }
}
