package dev.xiaoer.gateway;

import dev.xiaoer.conversation.Outcome;
import dev.xiaoer.protocol.Frame;
import dev.xiaoer.protocol.Ref;
import dev.xiaoer.text.StrictText;
import dev.xiaoer.text.Verdict;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/// Lets only clean text in.
final class Texts {

  /// Says a text if it may be said.
  CompletionStage<Frame> say(Connection connection, Ref ref, String text,
      Function<String, CompletionStage<Outcome>> say) {
    return switch (StrictText.check(text)) {
      case Verdict.Clean(var clean) -> say.apply(clean)
          .thenApply(outcome -> Answers.of(connection, ref, outcome));
      case Verdict.Refused(var code) -> CompletableFuture.completedStage(connection.refused(ref, code));
    };
  }
}
