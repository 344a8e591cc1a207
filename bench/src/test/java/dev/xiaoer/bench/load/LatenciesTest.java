package dev.xiaoer.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LatenciesTest {

  private static final long MS = 1_000_000;
  private static final int PER_SECOND = 100;
  private static final Schedule SCHEDULE = new Schedule(1_000 * MS, PER_SECOND);

  @Test
  void aMessageIsDueEveryTenMillisecondsFromTheStart() {
    assertThat(SCHEDULE.due(999 * MS)).isZero();
    assertThat(SCHEDULE.due(1_000 * MS)).isEqualTo(1);
    assertThat(SCHEDULE.due(1_009 * MS)).isEqualTo(1);
    assertThat(SCHEDULE.due(1_010 * MS)).isEqualTo(2);
    assertThat(SCHEDULE.intended(250)).isEqualTo(3_500 * MS);
  }

  @Test
  void whatIsDueHasBeenIntendedAndTheNextHasNot() {
    var schedule = new Schedule(17, 3_000);
    for (long now = 17; now < 2_000 * MS; now += 123_457) {
      int due = schedule.due(now);
      assertThat(schedule.intended(due - 1)).isLessThanOrEqualTo(now);
      assertThat(schedule.intended(due + 1)).isGreaterThan(now);
    }
  }

  @Test
  void aStallIsChargedForEverythingThatShouldHaveBeenSaidMeanwhile() {
    var latencies = new Latencies(SCHEDULE, 0);
    long stallEnds = SCHEDULE.intended(100);
    for (int number = 0; number < 100; number++) {
      latencies.came(number, stallEnds);
    }
    for (int number = 100; number < 200; number++) {
      latencies.came(number, SCHEDULE.intended(number) + MS);
    }
    // Told from the sending after the stall, all of these would be about 1 ms.
    assertThat(latencies.percentileMs(75)).isCloseTo(500, within(15.0));
    assertThat(latencies.percentileMs(99)).isCloseTo(980, within(15.0));
    assertThat(latencies.percentileMs(50)).isCloseTo(1, within(0.1));
  }

  @Test
  void whatNeverComesIsChargedUntilTheEnd() {
    var latencies = new Latencies(SCHEDULE, 0);
    latencies.came(0, SCHEDULE.intended(0) + MS);
    latencies.end(2, SCHEDULE.intended(1) + 5_000 * MS);
    assertThat(latencies.count()).isEqualTo(1);
    assertThat(latencies.percentileMs(99)).isCloseTo(5_000, within(5.0));
  }

  @Test
  void whatComesTwiceIsToldOnceAndCounted() {
    var latencies = new Latencies(SCHEDULE, 0);
    latencies.came(3, SCHEDULE.intended(3) + MS);
    latencies.came(3, SCHEDULE.intended(3) + 900 * MS);
    assertThat(latencies.repeated()).isEqualTo(1);
    assertThat(latencies.percentileMs(100)).isCloseTo(1, within(0.1));
  }

  @Test
  void theLeadIsNotTold() {
    var latencies = new Latencies(SCHEDULE, 10);
    latencies.came(9, SCHEDULE.intended(9) + 900 * MS);
    latencies.came(10, SCHEDULE.intended(10) + MS);
    assertThat(latencies.percentileMs(100)).isCloseTo(1, within(0.1));
  }
}
