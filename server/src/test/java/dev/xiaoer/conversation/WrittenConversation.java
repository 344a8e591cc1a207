package dev.xiaoer.conversation;

import dev.xiaoer.check.LoggedEvent;
import dev.xiaoer.check.Logs;
import dev.xiaoer.hub.StoredEvent;
import dev.xiaoer.hub.TopicKeys;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.Topic;
import dev.xiaoer.redis.RedisLink;
import io.lettuce.core.Range;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What Redis has of a conversation.
final class WrittenConversation {

  private final RedisLink redis;
  private final ConversationId id;

  WrittenConversation(RedisLink redis, ConversationId id) {
    this.redis = redis;
    this.id = id;
  }

  Logs logs() {
    var buyer = new Topic.Buyer(id);
    var staff = new Topic.Staff(id);
    return new Logs(Map.of(buyer.name(), log(buyer), staff.name(), log(staff)));
  }

  private List<LoggedEvent> log(Topic topic) {
    return redis.commands().xrange(TopicKeys.log(topic), Range.unbounded()).toCompletableFuture().join().stream()
        .map(entry -> {
          long seq = Long.parseLong(entry.getId().substring(0, entry.getId().indexOf('-')));
          return LoggedEvent.of(seq, StoredEvent.read(topic, seq, entry.getBody().getOrDefault("e", "")).tail());
        })
        .toList();
  }

  /// How long it took, in ms, until an agent first said something; null while nobody has.
  @Nullable
  Long firstReply() {
    List<LoggedEvent> said = log(new Topic.Buyer(id)).stream().filter(event -> event.type().endsWith(".posted"))
        .toList();
    return said.stream().filter(event -> event.author().startsWith("agent:")).findFirst()
        .map(reply -> reply.ts() - said.getFirst().ts()).orElse(null);
  }

  /// The seqs of what was taken back.
  List<String> recalled() {
    return redis.commands().hkeys(ConversationKeys.recalled(id)).toCompletableFuture().join();
  }
}
