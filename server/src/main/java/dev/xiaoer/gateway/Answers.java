package dev.xiaoer.gateway;

import dev.xiaoer.conversation.ConversationCard;
import dev.xiaoer.conversation.Outcome;
import dev.xiaoer.protocol.Frame;
import dev.xiaoer.protocol.Ref;
import dev.xiaoer.protocol.Refusal;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Turns what came of a command into the frame that says so.
final class Answers {

  private Answers() {}

  static Frame of(Connection connection, Ref ref, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done(var topic, long seq, var id, long ts) -> new Frame.Reply(ref, topic, seq, id, ts);
      case Outcome.Refused(var code) -> connection.refused(ref, code);
    };
  }

  static CompletionStage<Frame> of(Connection connection, Ref ref, CompletionStage<Outcome> outcome) {
    return outcome.thenApply(done -> of(connection, ref, done));
  }

  /// Goes on with what was looked up: a file that was uploaded before, a card.
  static <T> CompletionStage<Frame> ofFound(Connection connection, Ref ref, CompletionStage<@Nullable T> looked,
      Function<T, CompletionStage<Outcome>> post) {
    return looked.thenCompose(found -> found == null
        ? CompletableFuture.completedStage(connection.refused(ref, Refusal.NOT_FOUND))
        : post.apply(found).thenApply(outcome -> of(connection, ref, outcome)));
  }

  /// Goes on if the conversation is there and the asker may see it; else it is not found, either way.
  static void ifFound(Connection connection, Ref ref, CompletionStage<@Nullable ConversationCard> card,
      Predicate<ConversationCard> visible, Runnable then) {
    card.whenComplete((found, failure) -> {
      if (failure != null) {
        connection.refuse(ref, Refusal.STORE_UNAVAILABLE);
      } else if (found == null || !visible.test(found)) {
        connection.refuse(ref, Refusal.NOT_FOUND);
      } else {
        then.run();
      }
    });
  }
}
