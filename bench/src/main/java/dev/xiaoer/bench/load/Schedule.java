package dev.xiaoer.bench.load;

import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/// When each message of a fixed rate is meant to be said, whatever the server does. Latency is told from that instant:
/// a server that stalls is charged for everything people would have said meanwhile (no coordinated omission).
///
/// @param start the instant of message 0, in ns
record Schedule(long start, int perSecond) {

  private static final long SECOND = 1_000_000_000L;
  /// The pace is kept to this; finer would cost the machine more than it tells.
  private static final long TICK_NS = 50_000;

  /// Begins in a moment.
  static Schedule from(long now, int perSecond) {
    return new Schedule(now + TICK_NS, perSecond);
  }

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

  /// Says on the generator's thread how many are due by now, until all are; the caller waits.
  void keep(int messages, Generator generator, IntConsumer upTo) {
    int handedOver = 0;
    while (handedOver < messages) {
      long now = System.nanoTime();
      int due = Math.min(due(now), messages);
      if (due > handedOver) {
        handedOver = due;
        generator.loop().execute(() -> upTo.accept(due));
      } else {
        LockSupport.parkNanos(Math.max(TICK_NS, intended(handedOver) - now));
      }
    }
  }
}
