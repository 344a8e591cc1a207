package dev.xiaoer.routing;

import dev.xiaoer.availability.DeskKeys;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.redis.RedisLink;
import dev.xiaoer.redis.Script;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads what the scripts of the desk and of the open conversations keep beside their work.
final class RedisDeskConversations implements DeskConversations {

  private static final Script CLOSED = Script.of(RedisDeskConversations.class, "list_closed");

  private final RedisLink redis;

  RedisDeskConversations(RedisLink redis) {
    this.redis = redis;
  }

  @Override
  public CompletionStage<List<ConversationId>> waiting(String desk, String group, int most) {
    CompletionStage<List<String>> waiting = first(DeskKeys.prefix(desk) + ":queue:" + group, most);
    return waiting.thenCombine(first(DeskKeys.prefix(desk) + ":pool:" + group, most),
        (queue, pool) -> ids(Stream.concat(queue.stream(), pool.stream()).limit(most).toList()));
  }

  private CompletionStage<List<String>> first(String key, int most) {
    return redis.commands().zrange(key, 0, most - 1L);
  }

  @Override
  public CompletionStage<Collection<String>> groups(String desk) {
    return redis.commands().smembers(DeskKeys.prefix(desk) + ":queues").thenApply(List::copyOf);
  }

  @Override
  public CompletionStage<List<ConversationId>> assigned(String desk) {
    return redis.commands().hkeys(DeskKeys.prefix(desk) + ":owners").thenApply(RedisDeskConversations::ids);
  }

  @Override
  public CompletionStage<List<ConversationId>> closed(String desk, @Nullable ConversationId after, int most) {
    return redis.read(CLOSED, List.of(DeskKeys.prefix(desk)), after == null ? "" : after.value(),
        Integer.toString(most)).thenApply(RedisDeskConversations::ids);
  }

  @Override
  public CompletionStage<List<ConversationId>> ofBuyer(String shop, String buyer, int most) {
    return redis.commands().zrevrange(BuyerKeys.conversations(shop, buyer), 0, most - 1L)
        .thenApply(RedisDeskConversations::ids);
  }

  private static List<ConversationId> ids(List<?> answer) {
    return answer.stream().map(id -> new ConversationId((String) id)).toList();
  }
}
