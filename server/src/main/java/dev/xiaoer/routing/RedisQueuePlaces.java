package dev.xiaoer.routing;

import dev.xiaoer.availability.DeskKeys;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.redis.RedisLink;
import dev.xiaoer.redis.Script;
import java.util.List;
import java.util.concurrent.CompletionStage;

/// Reads one place, however long the queue is.
final class RedisQueuePlaces implements QueuePlaces {

  private static final Script FIND = Script.of(RedisQueuePlaces.class, "find_place", DeskKeys.PRELUDE);

  private final RedisLink redis;

  RedisQueuePlaces(RedisLink redis) {
    this.redis = redis;
  }

  @Override
  public CompletionStage<Place> find(String desk, String group, ConversationId conversation) {
    return redis.read(FIND, List.of(DeskKeys.prefix(desk)), conversation.value(), group).thenApply(answer -> {
      int position = Math.toIntExact((long) answer.get(1));
      var pace = new Pace(((List<?>) answer.get(4)).stream().map(gap -> Long.valueOf((String) gap)).toList());
      return new Place((long) answer.get(0), position, Math.toIntExact((long) answer.get(2)),
          Math.toIntExact((long) answer.get(3)), pace.seconds(position));
    });
  }
}
