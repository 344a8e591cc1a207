package dev.xiaoer.hub;

import dev.xiaoer.protocol.Topic;
import dev.xiaoer.redis.RedisLink;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// Tells by the node's own channel `{n:<node>}:in`: one subscription per node, whatever the number of topics. A message
/// is `e <topic> <seq> <tail>` or `s <topic> <frame>`; nobody parses the JSON inside.
final class RedisBroker implements Broker {

  private final RedisLink redis;
  private RedisLink.@Nullable Subscription listening;

  RedisBroker(RedisLink redis) {
    this.redis = redis;
  }

  @Override
  public CompletionStage<Void> tell(String node, LogEntry entry) {
    return redis.publish(channel(node), "e " + entry.topic().name() + ' ' + entry.seq() + ' ' + entry.tail())
        .thenAccept(receivers -> {
          if (receivers == 0) {
            throw new Hub.NobodyListens(node);
          }
        });
  }

  @Override
  public void tellSignal(String node, Topic topic, String frame) {
    redis.publish(channel(node), "s " + topic.name() + ' ' + frame);
  }

  @Override
  public synchronized void listenAs(String node, Listener listener) {
    if (listening != null) {
      listening.close();
    }
    listening = redis.subscribe(channel(node), message -> hear(message, listener));
  }

  private static void hear(String message, Listener listener) {
    int topicEnds = message.indexOf(' ', 2);
    Topic topic = Topic.parse(message.substring(2, topicEnds));
    if (message.charAt(0) == 's') {
      listener.onSignal(topic, message.substring(topicEnds + 1));
      return;
    }
    int seqEnds = message.indexOf(' ', topicEnds + 1);
    long seq = Long.parseLong(message, topicEnds + 1, seqEnds, 10);
    listener.onEntry(new LogEntry(topic, seq, message.substring(seqEnds + 1)));
  }

  private static String channel(String node) {
    return "{n:" + node + "}:in";
  }
}
