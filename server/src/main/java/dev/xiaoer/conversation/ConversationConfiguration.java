package dev.xiaoer.conversation;

import dev.xiaoer.hub.Hub;
import dev.xiaoer.hub.Ids;
import dev.xiaoer.json.StrictJson;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.redis.RedisLink;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ConversationConfiguration {

  @Bean
  KnownCards knownCards() {
    return new KnownCards();
  }

  @Bean(destroyMethod = "close")
  RedisLink.Subscription movedConversations(RedisLink redis, KnownCards cards) {
    return redis.subscribe(ConversationKeys.MOVED, id -> cards.forget(new ConversationId(id)));
  }

  @Bean
  Conversations conversations(RedisLink redis, KnownCards cards, Hub hub, StrictJson json, Ids ids,
      ConversationSettings settings) {
    return new RedisConversations(new RedisConversationScripts(redis, settings), cards, hub, json, ids);
  }

  @Bean
  Disclosures disclosures(RedisLink redis, Hub hub, StrictJson json, Ids ids) {
    return new RedisDisclosures(redis, hub, json, ids);
  }

  @Bean
  DeskVoice deskVoice(RedisLink redis, Hub hub, StrictJson json, Ids ids) {
    return new RedisDeskVoice(redis, hub, json, ids);
  }
}
