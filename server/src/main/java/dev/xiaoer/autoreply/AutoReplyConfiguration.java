package dev.xiaoer.autoreply;

import dev.xiaoer.availability.Availability;
import dev.xiaoer.conversation.DeskVoice;
import dev.xiaoer.groups.DeskRules;
import dev.xiaoer.hub.TopicLog;
import dev.xiaoer.json.StrictJson;
import dev.xiaoer.redis.RedisLink;
import dev.xiaoer.routing.QueuePlaces;
import dev.xiaoer.shops.Shops;
import java.util.concurrent.ForkJoinPool;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AutoReplyConfiguration {

  @Bean
  DeskPacks deskPacks(RedisLink redis, ReplySettings settings) {
    return new RedisDeskPacks(redis, settings.language());
  }

  @Bean
  RedisPatrolScripts patrolScripts(RedisLink redis) {
    return new RedisPatrolScripts(redis);
  }

  @Bean
  Attendant attendant(DeskVoice voice, DeskPacks packs, Shops shops, DeskRules rules, Availability availability,
      QueuePlaces places, RedisPatrolScripts desks, RedisLink redis, ReplySettings settings) {
    return new Attendant(voice, packs, new Situations(shops, rules, availability, places, desks),
        new RedisBuyerMemory(redis, settings.buyerFor()), settings.atOnce(), ForkJoinPool.commonPool());
  }

  @Bean
  Patrol patrol(RedisPatrolScripts desks, DeskVoice voice, Attendant attendant, TopicLog log, StrictJson json,
      ReplySettings settings) {
    return new Patrol(desks, voice, attendant, log, json, settings);
  }
}
