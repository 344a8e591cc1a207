package dev.xiaoer.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// Starts with the machine's time and goes on with it, and can be put forward.
public final class MovableClock extends Clock {

  private final Clock machine = Clock.systemUTC();
  private volatile Duration ahead = Duration.ZERO;

  public synchronized void forward(Duration by) {
    ahead = ahead.plus(by);
  }

  @Override
  public Instant instant() {
    return machine.instant().plus(ahead);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("the desk works in UTC");
  }
}
