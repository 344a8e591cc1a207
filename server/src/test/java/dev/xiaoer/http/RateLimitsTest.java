package dev.xiaoer.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xiaoer.desk.MovableClock;
import dev.xiaoer.protocol.Refusal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

  private static final RateLimit LIMIT = new RateLimit("things", 3, Duration.ofMinutes(1));
  private final MovableClock clock = new MovableClock();
  private final RateLimits limits = new RateLimits(clock);

  @Test
  void whoAsksTooOftenIsToldWhenToComeBack() {
    useUp("a");
    assertThat(limits.take(LIMIT, "a")).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(20));
    clock.forward(Duration.ofSeconds(21));
    assertThat(limits.take(LIMIT, "a")).isNull();
  }

  @Test
  void oneCallerDoesNotUseUpAnothersTurn() {
    useUp("a");
    assertThat(limits.take(LIMIT, "b")).isNull();
    assertThat(limits.take(new RateLimit("other", 3, Duration.ofMinutes(1)), "a")).isNull();
    assertThatThrownBy(() -> limits.require(LIMIT, "a"))
        .isInstanceOfSatisfying(RefusedException.class, e -> assertThat(e.code()).isEqualTo(Refusal.TOO_MANY));
  }

  private void useUp(String caller) {
    for (int i = 0; i < LIMIT.times(); i++) {
      assertThat(limits.take(LIMIT, caller)).isNull();
    }
  }
}
