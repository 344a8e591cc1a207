package dev.xiaoer.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PaceTest {

  @Test
  void whoIsFurtherBackWaitsLonger() {
    var pace = new Pace(List.of(30_000L, 60_000L, 90_000L));
    assertThat(pace.seconds(1)).isEqualTo(60);
    assertThat(pace.seconds(3)).isEqualTo(180);
  }

  @Test
  void aFewTimesSayNothing() {
    assertThat(new Pace(List.of(30_000L, 60_000L)).seconds(1)).isNull();
    assertThat(new Pace(List.of()).seconds(1)).isNull();
  }
}
