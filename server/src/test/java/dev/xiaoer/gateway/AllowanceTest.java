package dev.xiaoer.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AllowanceTest {

  private long nanos = 0;
  private final Allowance allowance = new Allowance(TestSettings.socket(10, 30), () -> nanos);

  private int taken(int asked) {
    int taken = 0;
    for (int i = 0; i < asked; i++) {
      taken += allowance.take() ? 1 : 0;
    }
    return taken;
  }

  @Test
  void aBurstIsTakenAtOnceAndNoMore() {
    assertThat(taken(100)).isEqualTo(30);
  }

  @Test
  void afterTheBurstSoManyASecond() {
    taken(100);
    nanos += Duration.ofSeconds(1).toNanos();
    assertThat(taken(100)).isEqualTo(10);
    nanos += Duration.ofMillis(250).toNanos();
    assertThat(taken(100)).isEqualTo(2);
  }

  @Test
  void aLongSilenceSavesNoMoreThanABurst() {
    taken(100);
    nanos += Duration.ofHours(1).toNanos();
    assertThat(taken(100)).isEqualTo(30);
  }
}
