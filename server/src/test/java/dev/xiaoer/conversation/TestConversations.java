package dev.xiaoer.conversation;

import dev.xiaoer.hub.Hub;
import dev.xiaoer.hub.Ids;
import dev.xiaoer.json.TestJson;
import dev.xiaoer.redis.RedisLink;
import java.time.Duration;

/// The real conversations for tests of other rooms.
public final class TestConversations {

  private TestConversations() {}

  public static Conversations over(RedisLink redis, Hub hub, Ids ids) {
    return over(redis, hub, ids, new ConversationSettings(Duration.ofMinutes(2), Duration.ofHours(24)));
  }

  public static DeskVoice voice(RedisLink redis, Hub hub, Ids ids) {
    return new RedisDeskVoice(redis, hub, TestJson.STRICT, ids);
  }

  static Conversations over(RedisLink redis, Hub hub, Ids ids, ConversationSettings settings) {
    return new RedisConversations(new RedisConversationScripts(redis, settings), new KnownCards(), hub,
        TestJson.STRICT, ids);
  }
}
