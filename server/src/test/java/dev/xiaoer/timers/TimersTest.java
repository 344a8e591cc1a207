package dev.xiaoer.timers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.redis.ClassRedis;
import dev.xiaoer.redis.HeldLink;
import dev.xiaoer.redis.RedisLink;
import dev.xiaoer.redis.Script;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TimersTest {

  private static final List<String> KINDS = List.of("hang-up", "offer", "grace");
  private static final TimerSettings SETTINGS = new TimerSettings(Duration.ofSeconds(10), 100);
  private static final Script RING = Script.of(TimersTest.class, "ring", "/dev/xiaoer/timers/desk");

  @RegisterExtension
  static final ClassRedis REDIS = ClassRedis.onDisk();

  private static int desks;

  private String desk;
  private long ahead;

  @BeforeEach
  void open() {
    desk = "timed" + desks++;
    ahead = 0;
  }

  /// Rings in one step that also cancels the timer.
  private record Bell(RedisLink redis, String kind) implements TimerHandler {
    @Override
    public CompletionStage<Void> due(String desk, Timer timer) {
      return redis.write(RING, List.of("{d:" + desk + "}"), timer.kind(), timer.subject(), Long.toString(timer.due()))
          .thenAccept(rung -> {});
    }
  }

  private static TimerRound node(RedisLink own) {
    return new TimerRound(new RedisTimers(own, SETTINGS), bells(own), SETTINGS);
  }

  private static List<TimerHandler> bells(RedisLink own) {
    return KINDS.stream().<TimerHandler>map(kind -> new Bell(own, kind)).toList();
  }

  private long now() {
    return Long.parseLong(join(REDIS.link().commands().time()).getFirst()) * 1_000 + ahead;
  }

  private void later(Duration time) {
    ahead += time.toMillis();
    join(REDIS.link().commands().hset("{d:" + desk + "}:clock", "ahead", Long.toString(ahead)));
  }

  private static <T> T join(CompletionStage<T> stage) {
    return stage.toCompletableFuture().join();
  }

  private Map<String, String> rung() {
    return join(REDIS.link().commands().hgetall("{d:" + desk + "}:rung"));
  }

  private long armed() {
    return join(REDIS.link().commands().hlen("{d:" + desk + "}:armed"))
        + join(REDIS.link().commands().zcard("{d:" + desk + "}:timers"));
  }

  /// A node takes what is due and dies after so many calls to the store; the last it sent still arrives.
  private void dies(int calls) {
    var own = new HeldLink(REDIS.link());
    node(own).serve(desk);
    for (int i = 0; i < calls && own.waiting() > 0; i++) {
      own.carryOut(0);
    }
    own.crash(own.waiting() - 1);
  }

  @Test
  void anotherNodeDoesWhatOneHasTakenAndNotDone() {
    var timers = new RedisTimers(REDIS.link(), SETTINGS);
    join(timers.arm(desk, new Timer("offer", "anna", now() + 30_000, "")));
    join(node(REDIS.link()).serve(desk));
    assertThat(rung()).as("it is not due").isEmpty();

    later(Duration.ofSeconds(31));
    assertThat(join(timers.take(desk))).as("a node takes it and dies").hasSize(1);
    join(node(REDIS.link()).serve(desk));
    assertThat(rung()).as("the other's lease stands").isEmpty();

    later(SETTINGS.lease());
    join(node(REDIS.link()).serve(desk));
    assertThat(rung()).containsOnlyKeys("offer anna");
    assertThat(armed()).isZero();
  }

  @Test
  void whatIsCancelledOrArmedAgainDoesNotFireAtItsOldTime() {
    var timers = new RedisTimers(REDIS.link(), SETTINGS);
    join(timers.arm(desk, new Timer("offer", "anna", now() + 30_000, "")));
    join(timers.arm(desk, new Timer("grace", "li", now() + 30_000, "")));
    join(timers.arm(desk, new Timer("hang-up", "li", now() + 30_000, "")));
    join(timers.cancel(desk, "offer", "anna"));
    join(timers.arm(desk, new Timer("grace", "li", now() + 90_000, "")));
    later(Duration.ofSeconds(31));
    join(node(REDIS.link()).serve(desk));
    assertThat(rung()).containsOnlyKeys("hang-up li");
    later(Duration.ofSeconds(60));
    join(node(REDIS.link()).serve(desk));
    assertThat(rung()).containsOnlyKeys("hang-up li", "grace li");
  }

  /// Two nodes die each minute, each at another point of what it was doing; a third one does what they left.
  @Test
  void aThousandTimersOfNodesThatDiedFireOnceEachAndNoneEarly() {
    var chance = new Random(4);
    var timers = new RedisTimers(REDIS.link(), SETTINGS);
    long begun = now();
    var arming = new ArrayList<CompletableFuture<?>>();
    for (int i = 0; i < 1_000; i++) {
      long due = begun + chance.nextLong(Duration.ofMinutes(10).toMillis());
      arming.add(timers.arm(desk, new Timer(KINDS.get(i % 3), "subject" + i, due, "")).toCompletableFuture());
    }
    join(CompletableFuture.allOf(arming.toArray(CompletableFuture<?>[]::new)));

    int minutes = 0;
    while (armed() > 0) {
      later(Duration.ofMinutes(1));
      dies(chance.nextInt(150));
      dies(1);
      join(node(REDIS.link()).serve(desk));
      // what the dead had taken is due when their leases have ended
      later(SETTINGS.lease());
      join(node(REDIS.link()).serve(desk));
      assertThat(++minutes).isLessThan(12);
    }
    assertThat(rung()).hasSize(1_000).values().containsOnly("1");
    var late = join(REDIS.link().commands().zrangeWithScores("{d:" + desk + "}:late", 0, -1));
    assertThat(late.getFirst().getScore()).as("the earliest of all, in ms behind its time").isNotNegative();
    assertThat(late.getLast().getScore()).as("no later than the clock was moved").isLessThan(100_000);
  }
}
