package dev.xiaoer.routing;

import dev.xiaoer.conversation.ConversationRecord;
import dev.xiaoer.conversation.Conversations;
import dev.xiaoer.protocol.ConversationId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// The desk says which conversations; each conversation says how it stands.
final class RedisRoster implements Roster {

  private final RedisRoutingScripts scripts;
  private final Conversations conversations;

  RedisRoster(RedisRoutingScripts scripts, Conversations conversations) {
    this.scripts = scripts;
    this.conversations = conversations;
  }

  @Override
  public CompletionStage<List<OwnConversation>> of(String desk, String agent) {
    return scripts.ownedBy(desk, agent).thenCompose(owned -> all(owned, agent));
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
        record.tier(), record.asked(), record.lastAt());
  }
}
