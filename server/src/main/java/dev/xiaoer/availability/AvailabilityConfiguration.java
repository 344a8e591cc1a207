package dev.xiaoer.availability;

import dev.xiaoer.hub.Hub;
import dev.xiaoer.hub.Ids;
import dev.xiaoer.json.StrictJson;
import dev.xiaoer.redis.RedisLink;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AvailabilityConfiguration {

  @Bean
  Availability availability(RedisLink redis, Hub hub, StrictJson json, Ids ids, LeaseSettings leases) {
    return new RedisAvailability(redis, hub, json, ids, leases);
  }
}
