package dev.xiaoer.json;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class JsonConfiguration {

  @Bean
  StrictJson strictJson() {
    return new StrictJson();
  }
}
