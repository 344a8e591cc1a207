package dev.xiaoer.gateway;

import dev.xiaoer.conversation.Outcome;
import dev.xiaoer.protocol.Frame;
import dev.xiaoer.protocol.Ref;
import dev.xiaoer.text.StrictText;
import dev.xiaoer.text.Verdict;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Lets only clean text in.
final class Texts {

  /// Says something short that may be left out.
  ///
  /// @param most how many code points it may have
  CompletionStage<Frame> sayShort(Connection connection, Ref ref, @Nullable String text, int most,
      Function<@Nullable String, CompletionStage<? extends Frame>> say) {
    return switch (text == null ? new Verdict.Clean("") : StrictText.check(text, most)) {
      case Verdict.Clean(var clean) -> say.apply(text == null ? null : clean).thenApply(answer -> answer);
      case Verdict.Refused(var code) -> CompletableFuture.completedStage(connection.refused(ref, code));
    };
  }

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
