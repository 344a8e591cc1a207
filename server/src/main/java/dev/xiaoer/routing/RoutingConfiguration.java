package dev.xiaoer.routing;

import dev.xiaoer.availability.Availability;
import dev.xiaoer.conversation.Conversations;
import dev.xiaoer.groups.DeskRules;
import dev.xiaoer.hub.Hub;
import dev.xiaoer.hub.Ids;
import dev.xiaoer.hub.TopicLog;
import dev.xiaoer.json.StrictJson;
import dev.xiaoer.redis.RedisLink;
import dev.xiaoer.timers.Timers;
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
  RedisOfferScripts offerScripts(RedisLink redis, RoutingSettings settings) {
    return new RedisOfferScripts(redis, settings);
  }

  @Bean
  RedisPoolScripts poolScripts(RedisLink redis) {
    return new RedisPoolScripts(redis);
  }

  @Bean
  Places places(RedisRoutingScripts scripts, RedisPoolScripts pools, DeskRules rules, PoolSettings settings) {
    return new Places(scripts, pools, rules, settings);
  }

  @Bean
  Doors groupDoors(RedisPoolScripts pools, DeskRules rules) {
    return new Doors(pools, rules);
  }

  @Bean
  Dispatcher dispatcher(RedisRoutingScripts scripts, RedisOfferScripts offers, Places places,
      Conversations conversations, DeskRules rules, Hub hub, StrictJson json, Ids ids, RoutingSettings settings) {
    return new Dispatcher(scripts, offers, places, conversations, rules, hub, json, ids, settings);
  }

  @Bean
  RoutingAssignments assignments(RedisOfferScripts scripts, Conversations conversations, Dispatcher dispatcher,
      DeskRules rules, Hub hub, StrictJson json, Ids ids) {
    return new RoutingAssignments(scripts, conversations, dispatcher, rules, hub, json, ids);
  }

  @Bean
  AppliedRules appliedRules(DeskRules rules, RedisRoutingScripts scripts) {
    return new AppliedRules(rules, scripts);
  }

  @Bean
  QueueBoard queueBoard(RedisRoutingScripts scripts, Places places, Hub hub) {
    return new QueueBoard(scripts, places, hub);
  }

  @Bean
  RoutingMentions mentions(RedisRoutingScripts scripts, Conversations conversations, TopicLog log, Hub hub,
      StrictJson json, Ids ids) {
    return new RoutingMentions(scripts, conversations, log, hub, json, ids);
  }

  @Bean
  RoutingTransfers transfers(RedisLink redis, RoutingSettings settings, Conversations conversations,
      Dispatcher dispatcher, DeskRules rules, Timers timers, Hub hub, StrictJson json, Ids ids) {
    return new RoutingTransfers(new RedisTransferScripts(redis, settings), conversations, dispatcher,
        (desk, group) -> rules.of(desk, group).transfer(), timers, hub, json, ids);
  }

  @Bean
  Reception reception(RedisRoutingScripts scripts, Places places, OpenConversations open,
      Conversations conversations, Dispatcher dispatcher, AppliedRules applied, DeskRules rules, QueueBoard board) {
    var reception = new RoutingReception(scripts, places, open, conversations, dispatcher, applied, board);
    rules.onChange(reception::lookAround);
    return reception;
  }

  @Bean
  Sweep sweep(Availability availability, RedisRoutingScripts scripts, Places places, Dispatcher dispatcher,
      RoutingAssignments assignments, AppliedRules applied, RoutingMentions mentions, RoutingTransfers transfers,
      QueueBoard board) {
    return new Sweep(availability, scripts, places, dispatcher, assignments, applied, mentions, transfers, board);
  }

  @Bean
  Roster roster(RedisRoutingScripts scripts, Conversations conversations) {
    return new RedisRoster(scripts, conversations);
  }

  @Bean
  DeskConversations deskConversations(RedisLink redis) {
    return new RedisDeskConversations(redis);
  }

  @Bean
  QueuePlaces queuePlaces(RedisLink redis) {
    return new RedisQueuePlaces(redis);
  }

  @Bean
  FirstReplies firstReplies(DeskConversations desk, Conversations conversations, FirstReplySettings settings) {
    return new FirstReplies(desk, conversations, settings);
  }
}
