package dev.xiaoer.workbench;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// A console asks on a thread of its own that may wait; the store ends every stage in time by itself.
final class Waiting {

  private Waiting() {}

  static <T extends @Nullable Object> T on(CompletionStage<T> answer) {
    return answer.toCompletableFuture().join();
  }
}
