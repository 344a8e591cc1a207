package dev.xiaoer.timers;

import dev.xiaoer.redis.RedisLink;
import dev.xiaoer.redis.Script;
import java.util.List;
import java.util.concurrent.CompletionStage;

final class RedisTimers implements Timers {

  private static final Script ARM = script("arm_timer");
  private static final Script CANCEL = script("cancel_timer");
  private static final Script TAKE = script("take_timers");
  private static final Script FINISH = script("finish_timer");

  private final RedisLink redis;
  private final TimerSettings settings;

  RedisTimers(RedisLink redis, TimerSettings settings) {
    this.redis = redis;
    this.settings = settings;
  }

  private static Script script(String name) {
    return Script.of(RedisTimers.class, name, "desk");
  }

  /// @param number of the arming: the same timer armed again has another
  record Taken(Timer timer, long number) {
    static Taken of(List<?> answer) {
      return new Taken(new Timer((String) answer.get(0), (String) answer.get(1), (long) answer.get(2),
          (String) answer.get(3)), (long) answer.get(4));
    }
  }

  @Override
  public CompletionStage<Void> arm(String desk, Timer timer) {
    return redis.write(ARM, prefix(desk), timer.kind(), timer.subject(), Long.toString(timer.due()), timer.payload())
        .thenAccept(armed -> {});
  }

  @Override
  public CompletionStage<Void> cancel(String desk, String kind, String subject) {
    return redis.write(CANCEL, prefix(desk), kind, subject).thenAccept(cancelled -> {});
  }

  /// Need not be on disk: if it is lost, the timers are only taken again.
  CompletionStage<List<Taken>> take(String desk) {
    return redis.read(TAKE, prefix(desk), Long.toString(settings.lease().toMillis()),
        Integer.toString(settings.batch()))
        .thenApply(taken -> taken.stream().map(one -> Taken.of((List<?>) one)).toList());
  }

  CompletionStage<Void> finish(String desk, Taken done) {
    return redis.write(FINISH, prefix(desk), done.timer().kind(), done.timer().subject(),
        Long.toString(done.number())).thenAccept(finished -> {});
  }

  private static List<String> prefix(String desk) {
    return List.of("{d:" + desk + "}");
  }
}
