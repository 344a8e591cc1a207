package dev.xiaoer.routing;

import dev.xiaoer.availability.Availability;
import dev.xiaoer.conversation.Conversations;
import dev.xiaoer.groups.DeskRules;
import dev.xiaoer.hub.Hub;
import dev.xiaoer.hub.Ids;
import dev.xiaoer.hub.TopicLog;
import dev.xiaoer.json.StrictJson;
import dev.xiaoer.redis.RedisLink;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RoutingConfiguration {

  @Bean
  RedisRoutingScripts routingScripts(RedisLink redis, RoutingSettings settings, HistorySettings history) {
    return new RedisRoutingScripts(redis, settings, history);
  }

  @Bean
  OpenConversations openConversations(RedisLink redis, HistorySettings history) {
    return new RedisOpenConversations(redis, history);
  }

  @Bean
  Places places(RedisRoutingScripts scripts, DeskRules rules, PoolSettings settings) {
    return new Places(scripts, rules, settings);
  }

  @Bean
  Doors doors(RedisRoutingScripts scripts, DeskRules rules) {
    return new Doors(scripts, rules);
  }

  @Bean
  Dispatcher dispatcher(RedisRoutingScripts scripts, Places places, Conversations conversations, Hub hub,
      StrictJson json, Ids ids, RoutingSettings settings) {
    return new Dispatcher(scripts, places, conversations, hub, json, ids, settings);
  }

  @Bean
  QueueBoard queueBoard(RedisRoutingScripts scripts, DeskRules rules, Hub hub) {
    return new QueueBoard(scripts, rules, hub);
  }

  @Bean
  RoutingMentions mentions(RedisRoutingScripts scripts, Conversations conversations, TopicLog log, Hub hub,
      StrictJson json, Ids ids) {
    return new RoutingMentions(scripts, conversations, log, hub, json, ids);
  }

  @Bean
  Reception reception(RedisRoutingScripts scripts, Places places, OpenConversations open,
      Conversations conversations, Dispatcher dispatcher, QueueBoard board) {
    return new RoutingReception(scripts, places, open, conversations, dispatcher, board);
  }

  @Bean
  Sweep sweep(Availability availability, RedisRoutingScripts scripts, Places places, Dispatcher dispatcher,
      RoutingMentions mentions, QueueBoard board) {
    return new Sweep(availability, scripts, places, dispatcher, mentions, board);
  }

  @Bean
  Roster roster(RedisLink redis, RedisRoutingScripts scripts, Conversations conversations) {
    return new RedisRoster(redis, scripts, conversations);
  }

  @Bean
  DeskConversations deskConversations(RedisLink redis) {
    return new RedisDeskConversations(redis);
  }

  @Bean
  FirstReplies firstReplies(DeskConversations desk, Conversations conversations, FirstReplySettings settings) {
    return new FirstReplies(desk, conversations, settings);
  }
}
