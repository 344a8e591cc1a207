package dev.xiaoer.availability;

import dev.xiaoer.groups.DeskRules;
import dev.xiaoer.hub.Hub;
import dev.xiaoer.hub.Ids;
import dev.xiaoer.json.StrictJson;
import dev.xiaoer.redis.RedisLink;
import dev.xiaoer.timers.TimerHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AvailabilityConfiguration {

  @Bean
  RedisAvailability availability(RedisLink redis, DeskRules rules, Hub hub, StrictJson json, Ids ids,
      LeaseSettings leases, AvailabilitySettings settings) {
    return new RedisAvailability(redis, rules, hub, json, ids, leases, settings);
  }

  @Bean
  TimerHandler hangUpWarning(RedisAvailability availability) {
    return new SeatTimer(new SeatEvent.WarningDue(), availability);
  }

  @Bean
  TimerHandler hangUpEnd(RedisAvailability availability) {
    return new SeatTimer(new SeatEvent.HangUpDue(), availability);
  }

  @Bean
  TimerHandler breakEnd(RedisAvailability availability) {
    return new SeatTimer(new SeatEvent.BreakDue(), availability);
  }

  @Bean
  TimerHandler breakHoldEnd(RedisAvailability availability) {
    return new SeatTimer(new SeatEvent.HoldDue(), availability);
  }

  @Bean
  TimerHandler drainingEnd(RedisAvailability availability) {
    return new SeatTimer(new SeatEvent.Served(), availability);
  }

  @Bean
  TimerHandler crowded(RedisAvailability availability) {
    return new SeatTimer(new SeatEvent.Crowded(), availability);
  }
}
