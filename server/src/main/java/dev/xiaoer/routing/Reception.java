package dev.xiaoer.routing;

import dev.xiaoer.conversation.Conversations;
import dev.xiaoer.conversation.Opening;
import dev.xiaoer.conversation.Outcome;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.Ref;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// Where buyers come in and go out: a conversation begins to wait with its first message and stops taking a place with
/// its end.
public interface Reception {

  /// Opens a conversation and lets it wait; completes when both are on disk. A buyer who has an open conversation says
  /// it there. The same ref again changes nothing.
  ///
  /// @return QUEUE_FULL for a new conversation while as many wait as may
  CompletionStage<Outcome> start(Opening opening);

  /// The same for a buyer who knows that nobody comes soon: however many wait, what is left is kept and answered.
  CompletionStage<Outcome> leaveMessage(Opening opening);

  /// @param thanks what is said last; null for nothing
  CompletionStage<Outcome> close(ConversationId id, Conversations.Speaker agent, long revision, Ref ref,
      @Nullable String thanks);

  /// The buyer looks at the conversation: one who had left a message there waits like those who come now.
  void comeBack(String desk, String group, ConversationId id);

  /// Looks for free agents of a desk now, not at the next sweep: one has come on duty.
  void lookAround(String desk);
}
