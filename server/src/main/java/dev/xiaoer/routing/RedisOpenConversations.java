package dev.xiaoer.routing;

import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.redis.RedisLink;
import dev.xiaoer.redis.Script;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// Two keys per buyer who talks: the open conversation, and all of them that are remembered.
final class RedisOpenConversations implements OpenConversations {

  private static final Script CLAIM = Script.of(RedisOpenConversations.class, "claim_open");
  private static final Script RELEASE = Script.of(RedisOpenConversations.class, "release_open");

  private final RedisLink redis;
  private final HistorySettings settings;

  RedisOpenConversations(RedisLink redis, HistorySettings settings) {
    this.redis = redis;
    this.settings = settings;
  }

  @Override
  public CompletionStage<ConversationId> claim(String shop, String buyer, ConversationId proposed,
      @Nullable ConversationId over) {
    return redis.write(CLAIM, List.of(BuyerKeys.open(shop, buyer), BuyerKeys.conversations(shop, buyer)),
        proposed.value(), over == null ? "" : over.value(), Long.toString(settings.buyerFor().toMillis()),
        Integer.toString(settings.buyerMost()))
        .thenApply(answer -> new ConversationId((String) answer.getFirst()));
  }

  @Override
  public CompletionStage<@Nullable ConversationId> find(String shop, String buyer) {
    return redis.commands().get(BuyerKeys.open(shop, buyer))
        .thenApply(id -> id == null ? null : new ConversationId(id));
  }

  @Override
  public CompletionStage<?> release(String shop, String buyer, ConversationId closed) {
    return redis.write(RELEASE, List.of(BuyerKeys.open(shop, buyer)), closed.value());
  }
}
