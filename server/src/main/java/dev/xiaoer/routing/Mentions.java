package dev.xiaoer.routing;

import dev.xiaoer.conversation.Conversations.Speaker;
import dev.xiaoer.conversation.Outcome;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.Ref;
import java.util.List;
import java.util.concurrent.CompletionStage;

/// Notes that colleagues are to look at: each who is mentioned is told once, on the own topic.
public interface Mentions {

  /// Posts a note and tells whom it mentions; completes when both are on disk. If the node dies in between, the sweep tells
  /// them, or the note's repeat.
  CompletionStage<Outcome> post(ConversationId conversation, Speaker author, Ref ref, String text,
      List<String> colleagues);
}
