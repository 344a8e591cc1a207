package dev.xiaoer.bench;

import dev.xiaoer.bench.dialect.QueueDialect;
import dev.xiaoer.bench.load.Coming;
import dev.xiaoer.bench.load.Crowd;
import dev.xiaoer.bench.load.Generator;
import dev.xiaoer.bench.load.Turnover;
import dev.xiaoer.bench.report.Measure;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/// One desk, with more and more buyers who wait: what it costs to give a place that has become free to the next of them.
final class RoutingRound {

  private static final int SIGNING_IN = 100;
  private static final int COMING = 100;
  private static final Duration JOIN = Duration.ofMinutes(2);
  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final long CHECK_NS = 20_000_000;

  private final RoutingPlan plan;
  private final Options options;
  private final Generator generator;
  private final Teller tell;
  /// Buyers who have asked for somebody by now.
  private int came;
  private int phase;

  RoutingRound(RoutingPlan plan, Options options, Generator generator, Teller tell) {
    this.plan = plan;
    this.options = options;
    this.generator = generator;
    this.tell = tell;
  }

  /// @return the version of Redis
  String run() throws Exception {
    var dialect = new QueueDialect(options.password());
    try (Life life = Life.start(Contestant.DESK, generator, options, "everysec", dialect);
        Crowd crowd = life.crowd()) {
      life.join(crowd, 0, plan.buyers(), 0, plan.agents(), SIGNING_IN, JOIN);
      come(crowd, plan.agents() + plan.waiting().getFirst());
      awaitGiven(dialect);
      turnOver(crowd, 2 * plan.perSecond(), plan.warmSeconds());
      for (int waiting : plan.waiting()) {
        come(crowd, waiting - plan.waiting().getFirst() + plan.agents() + turnedOver(waiting));
        measure(life, crowd, waiting);
      }
      tell.refusals(crowd);
      return life.redisVersion();
    }
  }

  /// Those who have come and gone before a size is measured.
  private int turnedOver(int waiting) {
    int sizes = plan.waiting().indexOf(waiting);
    return plan.waiting().getFirst() + plan.warmComers()
        + sizes * (plan.comers(plan.leadSeconds()) + plan.comers(plan.seconds()));
  }

  private void come(Crowd crowd, int upTo) throws Exception {
    if (upTo > came) {
      new Coming(crowd, ++phase, came, upTo, COMING).run();
      came = upTo;
    }
  }

  private void awaitGiven(QueueDialect dialect) throws Exception {
    long from = System.nanoTime();
    while (generator.call(dialect::given) < plan.agents()) {
      if (System.nanoTime() - from > FIRST.toNanos()) {
        throw new TimeoutException("not every agent was given a conversation");
      }
      LockSupport.parkNanos(CHECK_NS);
    }
  }

  private Turnover.Result turnOver(Crowd crowd, int perSecond, int seconds) throws Exception {
    Duration time = Duration.ofSeconds(seconds);
    var turnover = new Turnover(crowd, ++phase, perSecond, time, came);
    came += Turnover.ends(perSecond, time);
    return turnover.run();
  }

  private void measure(Life life, Crowd crowd, int waiting) throws Exception {
    turnOver(crowd, plan.perSecond(), plan.leadSeconds());
    Cpu before = Cpu.of(life);
    Turnover.Result result = turnOver(crowd, plan.perSecond(), plan.seconds());
    Cpu used = Cpu.of(life).since(before);
    if (result.assigned() == 0) {
      throw new IllegalStateException("nobody was told; heard " + crowd.words());
    }
    tell.that(Measure.routing(waiting, "told-p50-ms"), result.toldP50Ms());
    tell.that(Measure.routing(waiting, "told-p99-ms"), result.toldP99Ms());
    tell.that(Measure.routing(waiting, "heard-p50-ms"), result.heardP50Ms());
    tell.that(Measure.routing(waiting, "heard-p99-ms"), result.heardP99Ms());
    tell.that(Measure.routing(waiting, "missing"), result.missing());
    tell.that(Measure.routing(waiting, "server-cpu-us"), (double) used.server() / result.assigned());
    tell.that(Measure.routing(waiting, "redis-cpu-us"), (double) used.redis() / result.assigned());
    standStill(life, waiting);
  }

  /// What the desk does for those who wait while nobody comes or goes.
  private void standStill(Life life, int waiting) throws Exception {
    Life.pause(Duration.ofSeconds(1));
    Cpu before = Cpu.of(life);
    Life.pause(Duration.ofSeconds(plan.stillSeconds()));
    Cpu used = Cpu.of(life).since(before);
    tell.that(Measure.routing(waiting, "still-server-cpu-ms-per-s"), used.server() / 1000.0 / plan.stillSeconds());
    tell.that(Measure.routing(waiting, "still-redis-cpu-ms-per-s"), used.redis() / 1000.0 / plan.stillSeconds());
  }

  /// CPU time used so far, in µs.
  private record Cpu(long server, long redis) {
    static Cpu of(Life life) throws Exception {
      return new Cpu(life.serverCpuMicros(), life.redisCpuMicros());
    }

    Cpu since(Cpu before) {
      return new Cpu(server - before.server, redis - before.redis);
    }
  }
}
