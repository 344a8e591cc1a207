package dev.xiaoer.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OptionsTest {

  @Test
  void withoutOptionsEverybodyRunsThreeRoundsForThePage() {
    Options options = Options.parse();
    assertThat(options.plan().rounds()).isEqualTo(3);
    assertThat(options.plan().servers()).containsExactly("desk", "spring", "netty", "ws", "socketio", "stomp");
    assertThat(options.page()).isEqualTo(Path.of("docs/performance.md"));
  }

  /// On a machine with two cores, as estimated.
  @Test
  void theWholeRunTakesTwentyFiveMinutesAtMost() {
    assertThat(Options.parse().plan().seconds()).isBetween(15 * 60, 25 * 60);
    assertThat(Options.parse("--quick").plan().seconds()).isLessThan(9 * 60);
  }

  @Test
  void aQuickLookDoesNotTouchThePage() {
    Options options = Options.parse("--quick", "--rounds", "2", "--servers", "ws,netty", "--only", "latency");
    assertThat(options.plan().rounds()).isEqualTo(2);
    assertThat(options.plan().servers()).containsExactly("ws", "netty");
    assertThat(options.plan().has("latency")).isTrue();
    assertThat(options.plan().has("memory")).isFalse();
    assertThat(options.page().toString()).startsWith("bench/target");
  }

  @Test
  void whatIsNotKnownIsRefused() {
    assertThatThrownBy(() -> Options.parse("--fast")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Options.parse("--servers", "apache")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Options.parse("--only", "routing,start")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Options.parse("--only", "fun")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Options.parse("--rounds")).isInstanceOf(IllegalArgumentException.class);
  }
}
