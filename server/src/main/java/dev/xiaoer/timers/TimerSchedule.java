package dev.xiaoer.timers;

import dev.xiaoer.redis.RedisLink;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Serves what is due, again and again. Virtual threads, so it may wait for its round to end.
@Component
@EnableScheduling
@ConditionalOnProperty(name = "desk.ticking", matchIfMissing = true)
class TimerSchedule {

  private static final Logger LOG = System.getLogger(TimerSchedule.class.getName());

  private final Map<String, String> told = new ConcurrentHashMap<>();
  private final TimerRound round;
  private final Desks desks;
  private final RedisLink redis;

  TimerSchedule(TimerRound round, Desks desks, RedisLink redis) {
    this.round = round;
    this.desks = desks;
    this.redis = redis;
  }

  @Scheduled(fixedDelayString = "${desk.timers.every:500ms}")
  void serveDesks() {
    for (String desk : desks.all()) {
      try {
        round.serve(desk).toCompletableFuture().join();
        told.remove(desk);
      } catch (CompletionException e) {
        // What fails again and again for the same reason is told once.
        if (redis.available() && !e.toString().equals(told.put(desk, e.toString()))) {
          LOG.log(Level.WARNING, "a timer of " + desk + " failed and is tried again", e);
        }
      }
    }
  }
}
