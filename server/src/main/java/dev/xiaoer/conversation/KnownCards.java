package dev.xiaoer.conversation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.xiaoer.protocol.ConversationId;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What seldom changes about a conversation is not asked for each time. When it changes, all nodes are told; who missed
/// the news asks again within a minute. Any thread.
final class KnownCards {

  private final Cache<ConversationId, ConversationCard> cards = Caffeine.newBuilder()
      .maximumSize(50_000)
      .expireAfterWrite(Duration.ofMinutes(1))
      .build();

  CompletionStage<@Nullable ConversationCard> find(ConversationId id,
      Function<ConversationId, CompletionStage<@Nullable ConversationRecord>> lookUp) {
    ConversationCard known = cards.getIfPresent(id);
    if (known != null) {
      return CompletableFuture.completedStage(known);
    }
    return lookUp.apply(id).thenApply(record -> {
      if (record == null) {
        return null;
      }
      cards.put(id, record.card());
      return record.card();
    });
  }

  void forget(ConversationId id) {
    cards.invalidate(id);
  }
}
