package dev.xiaoer.routing;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// What failed in one round that went on all the same.
final class Failures {

  private @Nullable Throwable first;

  /// Completes when the step has, however it ended.
  CompletionStage<Void> passOver(CompletionStage<?> step) {
    return step.handle((done, failure) -> {
      add(failure);
      return null;
    });
  }

  private synchronized void add(@Nullable Throwable failure) {
    if (first == null) {
      first = failure;
    } else if (failure != null && !failure.equals(first)) {
      first.addSuppressed(failure);
    }
  }

  /// The first of them, with the others inside.
  synchronized CompletionStage<Void> told() {
    return first == null ? CompletableFuture.completedStage(null) : CompletableFuture.failedStage(first);
  }
}
