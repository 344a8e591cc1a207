package dev.xiaoer.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CircuitTest {
  private final List<Boolean> told = new ArrayList<>();
  private long now;
  private final Circuit circuit = new Circuit(() -> now, told::add);

  @Test
  void threeFailuresInARowOpenIt() {
    circuit.failed();
    circuit.failed();
    assertThat(circuit.isClosed()).isTrue();
    circuit.failed();
    assertThat(circuit.isClosed()).isFalse();
    assertThat(told).containsExactly(false);
  }

  @Test
  void anAnswerInBetweenKeepsItClosed() {
    for (int i = 0; i < 10; i++) {
      circuit.failed();
      circuit.failed();
      circuit.succeeded();
    }
    assertThat(circuit.isClosed()).isTrue();
  }

  @Test
  void twoSecondsOfNothingButFailuresOpenIt() {
    circuit.failed();
    now = Duration.ofSeconds(2).toNanos();
    circuit.failed();
    assertThat(circuit.isClosed()).isFalse();
  }

  @Test
  void onlyAProbeClosesIt() {
    circuit.open();
    circuit.succeeded();
    assertThat(circuit.isClosed()).isFalse();
    circuit.close();
    assertThat(circuit.isClosed()).isTrue();
    assertThat(told).containsExactly(false, true);
  }

  @Test
  void eachChangeIsToldOnce() {
    circuit.open();
    circuit.open();
    circuit.close();
    circuit.close();
    assertThat(told).containsExactly(false, true);
  }
}
