package dev.xiaoer.gateway;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// How many frames of a socket could not be read: a slip is refused, a habit is shown the door. A socket's own thread
/// counts. The minute begins with the first of them.
final class BadFrames {

  private static final int MOST_IN_A_MINUTE = 10;
  private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

  private final LongSupplier nanoTime;
  private long since;
  private int count;

  BadFrames(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /// Counts one more.
  ///
  /// @return whether that was the last one to be put up with
  boolean isLast() {
    long now = nanoTime.getAsLong();
    if (count == 0 || now - since >= MINUTE) {
      since = now;
      count = 0;
    }
    count++;
    return count >= MOST_IN_A_MINUTE;
  }
}
