package dev.xiaoer.routing;

import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.redis.RedisLink;
import dev.xiaoer.redis.Script;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// One key per buyer who talks.
final class RedisOpenConversations implements OpenConversations {

  private static final Script CLAIM = Script.of(RedisOpenConversations.class, "claim_open");
  private static final Script RELEASE = Script.of(RedisOpenConversations.class, "release_open");

  private final RedisLink redis;

  RedisOpenConversations(RedisLink redis) {
    this.redis = redis;
  }

  @Override
  public CompletionStage<ConversationId> claim(String shop, String buyer, ConversationId proposed,
      @Nullable ConversationId over) {
    return redis.write(CLAIM, List.of(key(shop, buyer)), proposed.value(), over == null ? "" : over.value())
        .thenApply(answer -> new ConversationId((String) answer.getFirst()));
  }

  @Override
  public CompletionStage<@Nullable ConversationId> find(String shop, String buyer) {
    return redis.commands().get(key(shop, buyer)).thenApply(id -> id == null ? null : new ConversationId(id));
  }

  @Override
  public CompletionStage<?> release(String shop, String buyer, ConversationId closed) {
    return redis.write(RELEASE, List.of(key(shop, buyer)), closed.value());
  }

  private static String key(String shop, String buyer) {
    return "{b:" + shop + ':' + buyer + "}:open";
  }
}
