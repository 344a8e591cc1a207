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

  /// A virtual thread keeps its carrier while a class is loaded for it. By default there are as many as cores: on a small
  /// machine two or three that wait for each other's classes would hold up everybody.
  private static final String CARRIERS = "jdk.virtualThreadScheduler.parallelism";
  private static final int LEAST_CARRIERS = 16;

  public static void main(String[] arguments) {
    if (System.getProperty(CARRIERS) == null) {
      int carriers = Math.max(LEAST_CARRIERS, Runtime.getRuntime().availableProcessors());
      System.setProperty(CARRIERS, Integer.toString(carriers));
    }
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
