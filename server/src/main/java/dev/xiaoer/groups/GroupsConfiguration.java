package dev.xiaoer.groups;

import dev.xiaoer.json.StrictJson;
import dev.xiaoer.redis.RedisLink;
import dev.xiaoer.shops.Shop;
import dev.xiaoer.shops.Shops;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class GroupsConfiguration {

  @Bean
  RedisDeskRules deskRules(RedisLink redis, StrictJson json, RuleSettings defaults, Shops shops) {
    var rules = new RedisDeskRules(redis, json.mapper(), defaults);
    rules.know(shops.all().stream().map(Shop::desk).collect(Collectors.toSet()));
    return rules;
  }
}
