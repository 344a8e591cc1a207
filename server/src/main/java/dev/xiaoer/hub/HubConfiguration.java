package dev.xiaoer.hub;

import dev.xiaoer.json.StrictJson;
import dev.xiaoer.redis.RedisLink;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HubConfiguration {

  @Bean
  Ids ids() {
    return new Ids();
  }

  @Bean
  TopicLog topicLog(RedisLink redis) {
    return new RedisTopicLog(redis);
  }

  @Bean
  Hub hub(TopicLog log, RedisLink redis, StrictJson json, MeterRegistry meters, Ids ids) {
    return new Hub(log, new RedisBroker(redis), json, meters, ids.next());
  }
}
