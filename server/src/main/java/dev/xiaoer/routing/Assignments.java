package dev.xiaoer.routing;

import dev.xiaoer.conversation.Conversations.Speaker;
import dev.xiaoer.conversation.Outcome;
import dev.xiaoer.protocol.ConversationId;
import java.util.concurrent.CompletionStage;

/// What an agent may say to being given a buyer.
public interface Assignments {

  /// Answers an offer. Saying the same again changes nothing; accepting what is somebody else's by now is STALE.
  CompletionStage<Outcome> answer(Speaker agent, ConversationId conversation, long claim, boolean accepted);

  /// Takes a waiting conversation out of its turn, where its group allows that.
  CompletionStage<Outcome> pick(Speaker agent, ConversationId conversation);
}
