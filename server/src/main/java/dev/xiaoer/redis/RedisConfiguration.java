package dev.xiaoer.redis;

import dev.xiaoer.redis.embedded.EmbeddedRedis;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.data.redis.autoconfigure.ClientResourcesBuilderCustomizer;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientConfigurationBuilderCustomizer;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/// Where the link comes from: Spring Boot reads `spring.data.redis.*` and makes the client, the room takes it from there.
@Configuration(proxyBeanMethods = false)
class RedisConfiguration {
  @Bean
  LettuceClientConfigurationBuilderCustomizer commandTimeout(RedisSettings settings) {
    return configuration -> configuration.commandTimeout(settings.timeout());
  }

  @Bean
  LettuceClientOptionsBuilderCustomizer lettuceOptions(RedisSettings settings) {
    return options -> LettuceOptions.apply(options, settings.timeout());
  }

  @Bean
  ClientResourcesBuilderCustomizer lettuceResources() {
    return LettuceOptions::apply;
  }

  /// Redis goes last, after everything that may still want to write while the desk stops.
  @Bean
  static BeanPostProcessor redisStopsLast() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof LettuceConnectionFactory factory) {
          factory.setPhase(Integer.MIN_VALUE);
        }
        return bean;
      }
    };
  }

  @Bean(destroyMethod = "close")
  RedisLettuceLink redisLink(LettuceConnectionFactory factory, RedisSettings settings) {
    return new RedisLinks(settings, ThreadLocalRandom.current()).open(factory);
  }

  /// In place of Spring Boot's, which only says PING.
  @Bean
  RedisHealthIndicator redisHealthIndicator(
      RedisLettuceLink link,
      RedisSettings settings,
      ObjectProvider<EmbeddedRedis> embedded) {
    return new RedisHealthIndicator(link, settings, embedded);
  }
}
