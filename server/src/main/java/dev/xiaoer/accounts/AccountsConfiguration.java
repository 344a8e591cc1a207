package dev.xiaoer.accounts;

import java.io.PrintStream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AccountsConfiguration {

  @Bean
  PrintStream console() {
    return System.out;
  }
}
