package dev.xiaoer.conversation;

import dev.xiaoer.hub.Hub;
import dev.xiaoer.hub.Ids;
import dev.xiaoer.json.StrictJson;
import dev.xiaoer.redis.RedisLink;

/// The real conversations for tests of other rooms.
public final class TestConversations {

  private TestConversations() {}

  public static Conversations over(RedisLink redis, Hub hub, Ids ids) {
    return new RedisConversations(new RedisConversationScripts(redis), hub, new StrictJson(), ids);
  }
}
