package dev.xiaoer.bench.load;

import java.util.BitSet;
import org.HdrHistogram.Histogram;

/// The latencies of one kind of answer to the messages of a [Schedule].
final class Latencies {

  private static final long HIGHEST_US = 120_000_000;

  private final Histogram micros = new Histogram(HIGHEST_US, 3);
  private final BitSet seen = new BitSet();
  private final Schedule schedule;
  private final int from;
  private int repeated;

  /// @param from messages before this number warm up and are not told
  Latencies(Schedule schedule, int from) {
    this.schedule = schedule;
    this.from = from;
  }

  void came(int number, long now) {
    if (seen.get(number)) {
      repeated++;
      return;
    }
    seen.set(number);
    record(number, now);
  }

  /// What has not come by now is charged as if it came now: to leave it out would flatter.
  void end(int said, long now) {
    for (int number = seen.nextClearBit(0); number < said; number = seen.nextClearBit(number + 1)) {
      record(number, now);
    }
  }

  private void record(int number, long now) {
    if (number >= from) {
      long us = (now - schedule.intended(number)) / 1000;
      micros.recordValue(Math.clamp(us, 0, HIGHEST_US));
    }
  }

  int count() {
    return seen.cardinality();
  }

  int repeated() {
    return repeated;
  }

  double percentileMs(double percentile) {
    return micros.getValueAtPercentile(percentile) / 1000.0;
  }
}
