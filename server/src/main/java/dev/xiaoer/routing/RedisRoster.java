package dev.xiaoer.routing;

import dev.xiaoer.availability.DeskKeys;
import dev.xiaoer.conversation.ConversationRecord;
import dev.xiaoer.conversation.Conversations;
import dev.xiaoer.protocol.AvailabilityState;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.redis.RedisLink;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// The desk says which conversations; each conversation says how it stands.
final class RedisRoster implements Roster {

  private final RedisLink redis;
  private final RedisRoutingScripts scripts;
  private final Conversations conversations;

  RedisRoster(RedisLink redis, RedisRoutingScripts scripts, Conversations conversations) {
    this.redis = redis;
    this.scripts = scripts;
    this.conversations = conversations;
  }

  @Override
  public CompletionStage<AgentDesk> of(String desk, String agent) {
    CompletionStage<String> state = redis.commands().hget(DeskKeys.prefix(desk) + ":seat:" + agent, "state");
    return scripts.ownedBy(desk, agent).thenCompose(owned -> all(owned, agent))
        .thenCombine(state, (own, known) -> new AgentDesk(
            known == null ? AvailabilityState.OFFLINE : AvailabilityState.valueOf(known), own));
  }

  private CompletionStage<List<OwnConversation>> all(Set<String> owned, String agent) {
    return Dispatcher.found(owned.stream().map(ConversationId::new)
        .map(id -> conversations.find(id).thenApply(record -> own(id, record, agent))));
  }

  private static @Nullable OwnConversation own(ConversationId id, @Nullable ConversationRecord record, String agent) {
    if (record == null || record.state() != ConversationRecord.State.ASSIGNED || !record.agent().equals(agent)) {
      return null;
    }
    return new OwnConversation(id, record.revision(), record.card().shop(), record.card().group(), record.buyer(),
        record.asked(), record.lastAt());
  }
}
