package dev.xiaoer.timers;

import dev.xiaoer.redis.RedisLink;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TimersConfiguration {

  @Bean
  RedisTimers timers(RedisLink redis, TimerSettings settings) {
    return new RedisTimers(redis, settings);
  }

  @Bean
  TimerRound timerRound(RedisTimers timers, ObjectProvider<TimerHandler> handlers, TimerSettings settings) {
    return new TimerRound(timers, handlers.stream().toList(), settings);
  }
}
