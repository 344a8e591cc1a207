package dev.xiaoer.gateway;

import java.time.Duration;

/// Settings of sockets for tests: the usual ones but for what the test is about.
final class TestSettings {

  private TestSettings() {}

  static SocketSettings socket(int commandsPerSecond, int burst) {
    return new SocketSettings(Duration.ofSeconds(5), Duration.ofSeconds(25), Duration.ofSeconds(10), commandsPerSecond,
        burst, 2, 4);
  }
}
