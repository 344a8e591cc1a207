package dev.xiaoer.demo;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoGuardTest {

  private static final DemoSettings USUAL = new DemoSettings(false);

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "192.168.1.5", "203.0.113.1"})
  void aDemoThatOthersCanReachIsRefused(String address) {
    assertThatThrownBy(() -> new DemoGuard(address, USUAL)).hasMessageContaining("desk.demo.public=true");
  }

  @Test
  void aDemoOnEveryAddressIsRefused() {
    assertThatThrownBy(() -> new DemoGuard(null, USUAL)).hasMessageContaining("server.address");
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1", "localhost"})
  void aDemoOnTheOwnMachineStarts(String address) {
    assertThatCode(() -> new DemoGuard(address, USUAL)).doesNotThrowAnyException();
  }

  @Test
  void aDemoForOthersCanBeAskedFor() {
    assertThatCode(() -> new DemoGuard("0.0.0.0", new DemoSettings(true))).doesNotThrowAnyException();
  }
}
