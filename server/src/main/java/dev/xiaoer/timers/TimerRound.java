package dev.xiaoer.timers;

import dev.xiaoer.timers.RedisTimers.Taken;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Looks once for what is due at a desk. Every node does it; there is no leader.
public final class TimerRound {

  private final RedisTimers timers;
  private final Map<String, TimerHandler> handlers;
  private final int batch;

  TimerRound(RedisTimers timers, Collection<TimerHandler> handlers, TimerSettings settings) {
    this.timers = timers;
    this.handlers = handlers.stream().collect(Collectors.toMap(TimerHandler::kind, Function.identity()));
    this.batch = settings.batch();
  }

  /// Goes on behind what fails: that is due again when its lease ends.
  ///
  /// @return fails in the end if one has failed
  public CompletionStage<Void> serve(String desk) {
    return timers.take(desk).thenCompose(taken -> CompletableFuture
        .allOf(taken.stream().map(one -> fire(desk, one)).toArray(CompletableFuture<?>[]::new))
        .thenCompose(done -> taken.size() < batch ? CompletableFuture.completedStage(null) : serve(desk)));
  }

  private CompletableFuture<Void> fire(String desk, Taken taken) {
    return CompletableFuture.completedFuture(taken.timer())
        .thenCompose(timer -> handler(timer).due(desk, timer))
        .thenCompose(done -> timers.finish(desk, taken))
        .exceptionally(failure -> {
          throw new CompletionException(taken.timer().kind() + " of " + taken.timer().subject() + ": "
              + failure.getMessage(), failure);
        });
  }

  private TimerHandler handler(Timer timer) {
    TimerHandler handler = handlers.get(timer.kind());
    if (handler == null) {
      throw new IllegalStateException("nobody here serves timers of the kind " + timer.kind());
    }
    return handler;
  }
}
