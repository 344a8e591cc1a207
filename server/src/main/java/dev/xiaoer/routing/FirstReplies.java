package dev.xiaoer.routing;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.xiaoer.conversation.ConversationRecord;
import dev.xiaoer.conversation.Conversations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// How long buyers have waited lately for the first words of an agent (rule C1), by what the records of conversations say
/// that are over. Any thread may ask.
public final class FirstReplies {

  /// Of a desk so many of the youngest are looked through,
  private static final int LOOKED_AT = 200;
  /// of a shop so many are counted,
  private static final int COUNTED = 20;
  /// and fewer say nothing.
  private static final int LEAST = 3;
  private static final int MOST_DESKS = 1_000;

  private final DeskConversations desks;
  private final Conversations conversations;
  private final AsyncLoadingCache<String, Map<String, Integer>> found;

  FirstReplies(DeskConversations desks, Conversations conversations, FirstReplySettings settings) {
    this.desks = desks;
    this.conversations = conversations;
    this.found = Caffeine.newBuilder().maximumSize(MOST_DESKS).expireAfterWrite(settings.kept())
        .buildAsync((desk, _) -> lookAt(desk).toCompletableFuture());
  }

  /// @return half of the buyers of the shop have waited less; null when too few were answered
  public CompletionStage<@Nullable Integer> seconds(String desk, String shop) {
    return found.get(desk).thenApply(shops -> shops.get(shop));
  }

  private CompletionStage<Map<String, Integer>> lookAt(String desk) {
    return desks.closed(desk, null, LOOKED_AT)
        .thenCompose(ids -> Dispatcher.found(ids.stream().map(conversations::find))).thenApply(records -> {
          var waits = new HashMap<String, List<Long>>();
          for (ConversationRecord record : records) {
            List<Long> ofShop = waits.computeIfAbsent(record.card().shop(), none -> new ArrayList<>());
            if (record.firstReply() != null && ofShop.size() < COUNTED) {
              ofShop.add(record.firstReply());
            }
          }
          var seconds = new HashMap<String, Integer>();
          waits.forEach((shop, ofShop) -> {
            if (ofShop.size() >= LEAST) {
              seconds.put(shop, seconds(ofShop));
            }
          });
          return seconds;
        });
  }

  /// The middle one, so that a night's single question says nothing about the day.
  private static int seconds(List<Long> waits) {
    long middle = waits.stream().sorted().toList().get(waits.size() / 2);
    return Math.toIntExact(Math.ceilDiv(middle, 1_000L));
  }
}
