package dev.xiaoer.routing;

import dev.xiaoer.availability.Availability;
import dev.xiaoer.hub.Hub;
import dev.xiaoer.redis.RedisLink;
import dev.xiaoer.timers.Desks;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// What a node does again and again. Virtual threads, so each may wait for its round to end.
@Component
@EnableScheduling
@ConditionalOnProperty(name = "desk.ticking", matchIfMissing = true)
class SweepSchedule {

  private static final Logger LOG = System.getLogger(SweepSchedule.class.getName());

  private final Map<String, String> told = new ConcurrentHashMap<>();
  private final Sweep sweep;
  private final Desks desks;
  private final Availability availability;
  private final Hub hub;
  private final RedisLink redis;

  SweepSchedule(Sweep sweep, Desks desks, Availability availability, Hub hub, RedisLink redis) {
    this.sweep = sweep;
    this.desks = desks;
    this.availability = availability;
    this.hub = hub;
    this.redis = redis;
  }

  @Scheduled(fixedDelayString = "${desk.sweep.every:1s}")
  void sweepDesks() {
    for (String desk : desks.all()) {
      await("sweep of " + desk, sweep.sweep(desk));
    }
  }

  @Scheduled(fixedDelayString = "${desk.lease.renew-every:5s}")
  void renewLeases() {
    await("lease", availability.renew());
  }

  @Scheduled(fixedDelayString = "${desk.heads.every:5s}")
  void checkHeads() {
    await("heads", hub.checkHeads());
  }

  /// What fails again and again for the same reason is told once.
  private void await(String what, CompletionStage<?> round) {
    try {
      round.toCompletableFuture().join();
      told.remove(what);
    } catch (CompletionException e) {
      if (redis.available() && !e.toString().equals(told.put(what, e.toString()))) {
        LOG.log(Level.WARNING, what + " failed and is tried again", e);
      }
    }
  }
}
