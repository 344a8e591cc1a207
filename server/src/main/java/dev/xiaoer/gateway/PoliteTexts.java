package dev.xiaoer.gateway;

import dev.xiaoer.conversation.Conversations;
import dev.xiaoer.conversation.Outcome;
import dev.xiaoer.phrases.ForbiddenPhrases;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.Frame;
import dev.xiaoer.protocol.Ref;
import dev.xiaoer.protocol.Refusal;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/// Lets an agent say to a buyer what is clean and not forbidden at the desk (rule C4).
final class PoliteTexts {

  private final Texts texts;
  private final ForbiddenPhrases forbidden;
  private final Conversations conversations;

  PoliteTexts(Texts texts, ForbiddenPhrases forbidden, Conversations conversations) {
    this.texts = texts;
    this.forbidden = forbidden;
    this.conversations = conversations;
  }

  /// What was forbidden since it was said stays said: its repeat is answered as before.
  CompletionStage<Frame> say(Connection connection, String desk, ConversationId conversation, Ref ref, String text,
      Function<String, CompletionStage<Outcome>> say) {
    return forbidden.in(desk, text).thenCompose(phrase -> phrase == null
        ? texts.say(connection, ref, text, say)
        : conversations.wasUsed(conversation, ref).thenCompose(repeated -> repeated
            ? texts.say(connection, ref, text, say)
            : CompletableFuture.completedStage(connection.refused(ref, Refusal.FORBIDDEN_PHRASE, phrase))));
  }
}
