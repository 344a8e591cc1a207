package dev.xiaoer.phrases;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// What the staff of a desk must not say.
public interface ForbiddenPhrases {

  /// @return as they were written, in their order
  CompletionStage<List<String>> ofDesk(String desk);

  /// Replaces all of them; every node holds to it within two seconds.
  CompletionStage<Void> replace(String desk, List<String> phrases);

  /// From this node's memory, but for the first time a desk is asked for.
  ///
  /// @return the first one in the text, as it was written; null when there is none
  CompletionStage<@Nullable String> in(String desk, String text);
}
