package dev.xiaoer.gateway;

import java.util.function.LongSupplier;

/// How many commands a socket may still send: a burst at once, then so many a second. A socket's own thread asks.
///
/// Not Bucket4j, which the HTTP side uses: one of these for each of ten thousand idle sockets has to be three numbers.
final class Allowance {

  private final LongSupplier nanoTime;
  private final long nanosPerCommand;
  private final long burstNanos;
  private long fullAt;

  Allowance(SocketSettings settings, LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.nanosPerCommand = 1_000_000_000L / settings.commandsPerSecond();
    this.burstNanos = nanosPerCommand * settings.burst();
    this.fullAt = nanoTime.getAsLong();
  }

  boolean take() {
    long now = nanoTime.getAsLong();
    long after = Math.max(fullAt, now) + nanosPerCommand;
    if (after - now > burstNanos) {
      return false;
    }
    fullAt = after;
    return true;
  }
}
