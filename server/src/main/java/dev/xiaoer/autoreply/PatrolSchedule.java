package dev.xiaoer.autoreply;

import dev.xiaoer.redis.RedisLink;
import dev.xiaoer.timers.Desks;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Goes round again and again. Virtual threads, so it may wait for a round to end.
@Component
@EnableScheduling
@ConditionalOnProperty(name = "desk.ticking", matchIfMissing = true)
class PatrolSchedule {

  private static final Logger LOG = System.getLogger(PatrolSchedule.class.getName());

  private final Map<String, String> told = new ConcurrentHashMap<>();
  private final Patrol patrol;
  private final Desks desks;
  private final RedisLink redis;

  PatrolSchedule(Patrol patrol, Desks desks, RedisLink redis) {
    this.patrol = patrol;
    this.desks = desks;
    this.redis = redis;
  }

  @Scheduled(fixedDelayString = "${desk.replies.every:1s}")
  void goRound() {
    for (String desk : desks.all()) {
      try {
        patrol.round(desk).toCompletableFuture().join();
        told.remove(desk);
      } catch (CompletionException e) {
        // What fails again and again for the same reason is told once.
        if (redis.available() && !e.toString().equals(told.put(desk, e.toString()))) {
          LOG.log(Level.WARNING, "the patrol of " + desk + " failed and goes on", e);
        }
      }
    }
  }
}
