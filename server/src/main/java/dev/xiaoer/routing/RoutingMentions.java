package dev.xiaoer.routing;

import dev.xiaoer.conversation.ConversationRecord;
import dev.xiaoer.conversation.Conversations;
import dev.xiaoer.hub.Hub;
import dev.xiaoer.hub.Ids;
import dev.xiaoer.json.StrictJson;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.ForAgent;
import dev.xiaoer.protocol.Ref;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Each colleague is one step in the desk's slot, which remembers whom the note was told to.
final class RoutingMentions implements Mentions {

  private final RedisRoutingScripts scripts;
  private final Conversations conversations;
  private final Hub hub;
  private final StrictJson json;
  private final Ids ids;

  RoutingMentions(RedisRoutingScripts scripts, Conversations conversations, Hub hub, StrictJson json, Ids ids) {
    this.scripts = scripts;
    this.conversations = conversations;
    this.hub = hub;
    this.json = json;
    this.ids = ids;
  }

  @Override
  public CompletionStage<Void> tell(ConversationId conversation, Ref note, String by, List<String> colleagues) {
    if (colleagues.isEmpty()) {
      return CompletableFuture.completedStage(null);
    }
    return conversations.find(conversation).thenCompose(record -> record == null
        ? CompletableFuture.completedStage(null)
        : Dispatcher.each(colleagues.stream().distinct().toList(),
            colleague -> tell(conversation, note, by, colleague, record)));
  }

  private CompletionStage<Void> tell(ConversationId conversation, Ref note, String by, String colleague,
      ConversationRecord record) {
    String event = json.write(new ForAgent.Mentioned(conversation, by, record.card().shop(), record.card().group(),
        record.buyer()));
    return scripts.mention(record.card().desk(), conversation, note, colleague, ids.next(), event)
        .thenAccept(told -> {
          if (told != null) {
            hub.announce(told);
          }
        });
  }
}
