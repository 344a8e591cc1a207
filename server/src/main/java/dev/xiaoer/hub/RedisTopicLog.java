package dev.xiaoer.hub;

import dev.xiaoer.protocol.Position;
import dev.xiaoer.protocol.Topic;
import dev.xiaoer.redis.RedisLink;
import dev.xiaoer.redis.Script;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.StreamMessage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Logs as streams: entry id `<seq>-0`, one field `e` with the [StoredEvent]. In a buyer topic some may have others in their
/// place.
final class RedisTopicLog implements TopicLog {

  private static final String EVENT = "e";
  private static final Script READ_PAGE = Script.of(RedisTopicLog.class, "read_page");
  /// A node that forgot to leave is forgotten after this; one that listens on joins again with every follower.
  private static final long NODES_KEPT_SECONDS = 7 * 24 * 3600;

  private final RedisLink redis;

  RedisTopicLog(RedisLink redis) {
    this.redis = redis;
  }

  @Override
  public CompletionStage<List<LogEntry>> read(Topic topic, long after, int count) {
    if (topic instanceof Topic.Buyer buyer) {
      return redis.read(READ_PAGE, List.of(TopicKeys.log(topic), TopicKeys.replaced(buyer)), Long.toString(after + 1),
          Integer.toString(count))
          .thenApply(page -> page.stream().map(entry -> entry(topic, (List<?>) entry)).toList());
    }
    Range<String> range = Range.from(Range.Boundary.including((after + 1) + "-0"), Range.Boundary.unbounded());
    return redis.commands().xrange(TopicKeys.log(topic), range, Limit.from(count))
        .thenApply(messages -> messages.stream().map(message -> entry(topic, message)).toList());
  }

  @Override
  public CompletionStage<Map<Topic, Position>> heads(Collection<Topic> topics) {
    var heads = new HashMap<Topic, Position>();
    var reads = new ArrayList<CompletableFuture<?>>(topics.size());
    for (Topic topic : topics) {
      reads.add(redis.commands().xrevrange(TopicKeys.log(topic), Range.unbounded(), Limit.from(1))
          .thenAccept(last -> last.forEach(message -> {
            LogEntry entry = entry(topic, message);
            synchronized (heads) {
              heads.put(topic, new Position(entry.seq(), entry.id()));
            }
          })).toCompletableFuture());
    }
    return CompletableFuture.allOf(reads.toArray(CompletableFuture<?>[]::new)).thenApply(done -> heads);
  }

  @Override
  public CompletionStage<Void> join(Topic topic, String node) {
    String key = TopicKeys.nodes(topic);
    return redis.commands().sadd(key, node)
        .thenCombine(redis.commands().expire(key, NODES_KEPT_SECONDS), (added, kept) -> null);
  }

  @Override
  public CompletionStage<Void> leave(Topic topic, String node) {
    return redis.commands().srem(TopicKeys.nodes(topic), node).thenAccept(removed -> {});
  }

  private static LogEntry entry(Topic topic, List<?> answer) {
    return StoredEvent.read(topic, (long) answer.get(0), (String) answer.get(1));
  }

  private static LogEntry entry(Topic topic, StreamMessage<String, String> message) {
    String stored = message.getBody().get(EVENT);
    if (stored == null) {
      throw new IllegalStateException("an entry of " + topic.name() + " has no event");
    }
    return StoredEvent.read(topic, seq(message), stored);
  }

  private static long seq(StreamMessage<String, String> message) {
    String id = message.getId();
    return Long.parseLong(id, 0, id.indexOf('-'), 10);
  }
}
