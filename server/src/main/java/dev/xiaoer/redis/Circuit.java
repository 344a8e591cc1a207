package dev.xiaoer.redis;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Keeps callers from queueing in front of a Redis that does not answer.
///
/// It opens after three failures in a row, or when for two seconds nothing but failures came back; only a probe closes
/// it. Any thread may call any method; the listener is told on the thread that brought the change.
final class Circuit {
  private static final int FAILURES = 3;
  private static final long PATIENCE = Duration.ofSeconds(2).toNanos();

  private final LongSupplier nanoTime;
  private final Consumer<Boolean> availability;

  private volatile boolean closed = true;
  private volatile int failures;
  private long firstFailure;

  Circuit(LongSupplier nanoTime, Consumer<Boolean> availability) {
    this.nanoTime = nanoTime;
    this.availability = availability;
  }

  boolean isClosed() {
    return closed;
  }

  /// On the path of every message: one read while all is well.
  void succeeded() {
    if (failures != 0) {
      synchronized (this) {
        failures = 0;
      }
    }
  }

  void failed() {
    synchronized (this) {
      long now = nanoTime.getAsLong();
      if (failures == 0) {
        firstFailure = now;
      }
      failures = failures + 1;
      if (failures < FAILURES && now - firstFailure < PATIENCE) {
        return;
      }
    }
    open();
  }

  /// For an error after which no write can succeed, however often it is tried.
  void open() {
    change(false);
  }

  /// A probe came through.
  void close() {
    change(true);
  }

  private void change(boolean close) {
    synchronized (this) {
      failures = 0;
      if (closed == close) {
        return;
      }
      closed = close;
    }
    availability.accept(close);
  }
}
