package dev.xiaoer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/// The desk: one process that serves the pages, holds the sockets and, by default, runs its own Redis.
@SpringBootApplication
@ConfigurationPropertiesScan
public class DeskApplication {

  public static void main(String[] arguments) {
    SpringApplication.run(DeskApplication.class, arguments);
  }
}
