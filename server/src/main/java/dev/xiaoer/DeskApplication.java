package dev.xiaoer;

import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/// The desk: one process that serves the pages, holds the sockets and, by default, runs its own Redis.
@SpringBootApplication
@ConfigurationPropertiesScan
public class DeskApplication {

  public static void main(String[] arguments) {
    SpringApplication.run(DeskApplication.class, arguments);
  }

  /// Time comes in from here, so that a test can move it.
  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  /// Ids and secrets are made from this.
  @Bean
  SecureRandom random() {
    return new SecureRandom();
  }
}
