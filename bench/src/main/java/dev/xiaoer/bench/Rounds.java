package dev.xiaoer.bench;

import dev.xiaoer.bench.dialect.Seat;
import dev.xiaoer.bench.load.Crowd;
import dev.xiaoer.bench.load.Generator;
import dev.xiaoer.bench.load.OpenLoop;
import dev.xiaoer.bench.load.Saturation;
import dev.xiaoer.bench.report.Measure;
import dev.xiaoer.bench.report.Sample;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Each server in turn, round after round, so that what the machine does meanwhile falls on all alike.
final class Rounds {

  private static final String EVERYSEC = "everysec";
  private static final String ALWAYS = "always";
  /// How many sign in at the same time where it is not the storm that is measured.
  private static final int AT_ONCE = 100;
  private static final int KEPT_PAIRS = 100;
  private static final int KEPT_MESSAGES = 10_000;
  private static final int KEPT_BYTES = 200;
  private static final int KEPT_SECONDS = 5;
  private static final Duration JOIN = Duration.ofSeconds(90);
  private static final Duration STORM = Duration.ofSeconds(60);

  private final Options options;
  private final Plan plan;
  private final Generator generator;
  private final PrintStream progress;
  private final List<Sample> samples = new ArrayList<>();
  private final List<String> troubles = new ArrayList<>();
  private String redisVersion = "";
  private int phase;

  Rounds(Options options, Generator generator, PrintStream progress) {
    this.options = options;
    this.plan = options.plan();
    this.generator = generator;
    this.progress = progress;
  }

  List<Sample> samples() {
    return samples;
  }

  List<String> troubles() {
    return troubles;
  }

  String redisVersion() {
    return redisVersion;
  }

  /// The generator is Java too: it gets warm on a server whose numbers nobody reads.
  void warmTheGenerator() {
    part("the generator", 0, () -> {
      try (Life life = Life.start(Contestant.NETTY, generator, options, EVERYSEC); Crowd crowd = life.crowd()) {
        redisVersion = life.redisVersion();
        life.join(crowd, 0, 100, 0, 100, AT_ONCE, JOIN);
        saturate(crowd, plan.warmSeconds());
        new OpenLoop(crowd, ++phase, Plan.FIRST_RATE, Duration.ZERO, Duration.ofSeconds(1)).run();
      }
    });
  }

  void run() {
    for (int round = 1; round <= plan.rounds(); round++) {
      var order = new ArrayList<>(plan.servers().stream().map(Contestant::of).toList());
      Collections.rotate(order, round - 1);
      for (Contestant contestant : order) {
        progress.printf("%s takes about %d s%n", contestant.id(), plan.secondsOf(contestant, round));
        round(contestant, round);
      }
    }
  }

  private void round(Contestant contestant, int round) {
    if (plan.has("start") || plan.has("throughput") || plan.has("latency") || plan.has("always")) {
      part(contestant.id() + ": talk", round, () -> talk(contestant, round));
    }
    if (plan.has("fan-in", contestant, round)) {
      part(contestant.id() + ": fan-in", round, () -> fanIn(contestant, round));
    }
    if (plan.has("memory", contestant, round)) {
      part(contestant.id() + ": idle", round, () -> idle(contestant, round));
    }
    if (plan.has(Plan.ROUTING, contestant, round)) {
      part(contestant.id() + ": routing", round, () -> redisVersion = new RoutingRound(plan.routing(), options,
          generator, new Teller(contestant, round, samples, troubles, progress)).run());
    }
    if (plan.has("kept", contestant, round)) {
      part(contestant.id() + ": kept", round, () -> kept(contestant, round));
    }
  }

  private void talk(Contestant contestant, int round) throws Exception {
    var tell = new Teller(contestant, round, samples, troubles, progress);
    try (Life life = Life.start(contestant, generator, options, EVERYSEC); Crowd crowd = life.crowd()) {
      tell.that(Measure.START, life.startTook().toMillis() / 1000.0);
      int first = plan.firstPairs();
      life.join(crowd, 0, first, 0, first, AT_ONCE, JOIN);
      if (plan.has("start")) {
        var cold = new OpenLoop(
            crowd, ++phase, Plan.FIRST_RATE, Duration.ZERO, Duration.ofSeconds(plan.firstSeconds())).run();
        tell.that(Measure.FIRST_SECONDS_P99, cold.deliveryP99Ms());
      }
      life.join(crowd, first, plan.pairs(), first, plan.pairs(), AT_ONCE, JOIN);
      saturate(crowd, plan.warmSeconds(contestant));
      if (plan.has("throughput")) {
        measureSaturation(life, crowd, plan.pairsShape(EVERYSEC), tell);
      }
      if (plan.has("latency", contestant, round)) {
        for (int rate : plan.rates()) {
          latency(crowd, rate, tell);
        }
      }
      if (plan.has("always", contestant, round)) {
        // The same life goes on with the other promise: both are told of a server that is equally warm.
        life.syncs(ALWAYS);
        measureSaturation(life, crowd, plan.pairsShape(ALWAYS), tell);
      }
      tell.refusals(crowd);
    }
  }

  private void fanIn(Contestant contestant, int round) throws Exception {
    var tell = new Teller(contestant, round, samples, troubles, progress);
    Measure.Shape shape = plan.fanInShape();
    try (Life life = Life.start(contestant, generator, options, shape.fsync()); Crowd crowd = life.crowd()) {
      life.join(crowd, 0, shape.buyers(), 0, shape.agents(), AT_ONCE, JOIN);
      saturate(crowd, plan.warmSeconds(contestant));
      measureSaturation(life, crowd, shape, tell);
      tell.refusals(crowd);
    }
  }

  private void saturate(Crowd crowd, int seconds) throws Exception {
    var warm = new Saturation(crowd, ++phase, plan.inFlight());
    warm.start();
    Life.pause(Duration.ofSeconds(seconds));
    drain(warm);
  }

  /// What is under way when a load ends must not fall on the next one.
  private static void drain(Saturation saturation) throws Exception {
    saturation.stop();
    for (int i = 0; i < 50; i++) {
      Saturation.Count count = saturation.count();
      if (count.acknowledged() == count.said() && count.delivered() == count.said()) {
        return;
      }
      Life.pause(Duration.ofMillis(100));
    }
  }

  private void measureSaturation(Life life, Crowd crowd, Measure.Shape shape, Teller tell) throws Exception {
    var saturation = new Saturation(crowd, ++phase, plan.inFlight());
    saturation.start();
    Life.pause(Duration.ofSeconds(1));
    long bytes = life.redisBytes();
    long server = life.serverCpuMicros();
    long redis = life.redisCpuMicros();
    Saturation.Count from = saturation.count();
    Life.pause(Duration.ofSeconds(plan.saturationSeconds()));
    Saturation.Count to = saturation.count();
    long serverUsed = life.serverCpuMicros() - server;
    long redisUsed = life.redisCpuMicros() - redis;
    // Only what has been delivered as well as acknowledged was carried.
    long carried = Math.min(to.delivered() - from.delivered(), to.acknowledged() - from.acknowledged());
    long bytesUsed = life.redisBytes() - bytes;
    drain(saturation);
    if (carried == 0) {
      throw new IllegalStateException("nothing was carried; heard " + crowd.words());
    }
    tell.that(Measure.throughput(shape), carried * 1e9 / (to.nanos() - from.nanos()));
    tell.that(Measure.serverCpu(shape), (double) serverUsed / carried);
    tell.that(Measure.redisCpu(shape), (double) redisUsed / carried);
    tell.that(Measure.redisBytes(shape), (double) bytesUsed / carried);
  }

  private void latency(Crowd crowd, int rate, Teller tell) throws Exception {
    OpenLoop.Result result = new OpenLoop(
        crowd, ++phase, rate, Duration.ofSeconds(plan.leadSeconds()), Duration.ofSeconds(plan.rateSeconds())).run();
    tell.that(Measure.latency(rate, "delivery", 50), result.deliveryP50Ms());
    tell.that(Measure.latency(rate, "delivery", 99), result.deliveryP99Ms());
    tell.that(Measure.latency(rate, "ack", 50), result.ackP50Ms());
    tell.that(Measure.latency(rate, "ack", 99), result.ackP99Ms());
    tell.that(Measure.carried(rate), result.carriedPerSecond());
    tell.that(Measure.missing(rate), result.missing());
    tell.that(Measure.repeated(rate), result.repeated());
  }

  private void idle(Contestant contestant, int round) throws Exception {
    var tell = new Teller(contestant, round, samples, troubles, progress);
    try (Life life = Life.start(contestant, generator, options, EVERYSEC); Crowd crowd = life.crowd()) {
      int few = plan.idle() / 20;
      int agents = plan.fanAgents();
      life.join(crowd, 0, few, 0, agents, AT_ONCE, JOIN);
      Life.Memory before = life.memory();
      life.join(crowd, few, plan.idle(), agents, agents, AT_ONCE, JOIN);
      Life.Memory after = life.memory();
      double sockets = plan.idle() - few;
      tell.that(Measure.IDLE_RESIDENT, (after.resident() - before.resident()) / 1024.0 / sockets);
      if (contestant.isJvm()) {
        tell.that(Measure.IDLE_HEAP, (after.heap() - before.heap()) / 1024.0 / sockets);
      }
      crowd.cutBuyers(plan.idle() - plan.storm());
      life.settle();
      List<Seat> back = crowd.cutBuyers(plan.storm());
      tell.that(Measure.STORM, crowd.join(back, back.size(), STORM).toMillis() / 1000.0);
      tell.refusals(crowd);
    }
  }

  /// What Redis keeps of each message; the same in every round, so only the first asks.
  private void kept(Contestant contestant, int round) throws Exception {
    var tell = new Teller(contestant, round, samples, troubles, progress);
    try (Life life = Life.start(contestant, generator, options, EVERYSEC, KEPT_BYTES); Crowd crowd = life.crowd()) {
      life.join(crowd, 0, KEPT_PAIRS, 0, KEPT_PAIRS, AT_ONCE, JOIN);
      life.settle();
      long before = life.redisBytes();
      OpenLoop.Result result = new OpenLoop(
          crowd, ++phase, KEPT_MESSAGES / KEPT_SECONDS, Duration.ZERO, Duration.ofSeconds(KEPT_SECONDS)).run();
      // Redis gives the room of its clients' buffers back when they have been quiet for a while.
      life.settle();
      life.settle();
      if (result.missing() == 0) {
        tell.that(Measure.KEPT, (double) (life.redisBytes() - before) / KEPT_MESSAGES);
      }
      tell.refusals(crowd);
    }
  }

  /// What goes wrong is told and leaves its numbers out.
  private void part(String what, int round, Part part) {
    progress.println("round " + round + ", " + what);
    try {
      part.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the bench was stopped", e);
    } catch (Exception e) {
      troubles.add("round " + round + ", " + what + ": " + e.getMessage());
      progress.println("  failed: " + e);
    }
  }
}
