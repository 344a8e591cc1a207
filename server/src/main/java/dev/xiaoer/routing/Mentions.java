package dev.xiaoer.routing;

import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.Ref;
import java.util.List;
import java.util.concurrent.CompletionStage;

/// Tells colleagues that a note mentions them, each on the own topic.
public interface Mentions {

  /// Completes when it is on disk. The same note again tells nobody twice.
  ///
  /// @param by the id of who wrote the note
  CompletionStage<Void> tell(ConversationId conversation, Ref note, String by, List<String> colleagues);
}
