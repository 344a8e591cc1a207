package dev.xiaoer.desk;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

@TestConfiguration(proxyBeanMethods = false)
class DeskClock {

  @Bean
  @Primary
  MovableClock movableClock() {
    return new MovableClock();
  }
}
