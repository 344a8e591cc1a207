package dev.xiaoer.timers;

import dev.xiaoer.redis.RedisLink;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

/// The real timers for tests of other rooms; what was taken and not finished is due again at once.
public final class TestTimers {

  private static final TimerSettings SETTINGS = new TimerSettings(Duration.ZERO, 1_000);

  private final RedisTimers timers;

  public TestTimers(RedisLink redis) {
    this.timers = new RedisTimers(redis, SETTINGS);
  }

  public Timers timers() {
    return timers;
  }

  /// One round of a node that has these handlers.
  public CompletionStage<Void> serve(String desk, TimerHandler... handlers) {
    return new TimerRound(timers, List.of(handlers), SETTINGS).serve(desk);
  }
}
