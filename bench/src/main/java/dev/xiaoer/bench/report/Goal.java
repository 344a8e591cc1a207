package dev.xiaoer.bench.report;

import java.util.List;
import java.util.OptionalDouble;

/// One goal of the desk, and what was found.
///
/// @param what in words
/// @param atMost whether less is better
/// @param now what is to be reached now
/// @param setOutFor what is set out for in the end; NaN where that is told by another row
/// @param found empty when it was not measured
record Goal(String what, boolean atMost, double now, double setOutFor, String unit, OptionalDouble found) {

  private static final int RATE = 2000;

  /// The goals that this run can say something about.
  static List<Goal> of(Report report) {
    Measure.Shape pairs = report.plan().pairsShape("everysec");
    Measure.Shape always = report.plan().pairsShape("always");
    Measure.Shape fanIn = report.plan().fanInShape();
    String p99 = Measure.latency(RATE, "delivery", 99);
    return List.of(
        ratio(report, "throughput at " + words(fanIn) + " ÷ Socket.IO's", "socketio", Measure.throughput(fanIn), 2.0,
            3.5),
        ratio(report, "throughput at " + words(pairs) + " ÷ Socket.IO's", "socketio", Measure.throughput(pairs), 2.5,
            3.5),
        ratio(report, "throughput ÷ STOMP's", "stomp", Measure.throughput(pairs), 3.0, Double.NaN),
        ratio(report, "throughput ÷ bare `ws`'s", "ws", Measure.throughput(pairs), 0.8, Double.NaN),
        ratio(report, "throughput ÷ the bare tuned Spring handler's", "spring", Measure.throughput(pairs), Double.NaN,
            1.0),
        new Goal("throughput with `always` ÷ its own with `everysec`", false, 0.6, 0.8, "×",
            quotient(
                report.median("desk", Measure.throughput(always)),
                report.median("desk", Measure.throughput(pairs)))),
        atMost(report, "server CPU per message ÷ Socket.IO's", "socketio", Measure.serverCpu(pairs), 0.55, Double.NaN),
        atMost(report, "server CPU per message ÷ the bare tuned Spring handler's", "spring", Measure.serverCpu(pairs),
            2.0, Double.NaN),
        atMost(report, "server CPU per message ÷ bare `ws`'s", "ws", Measure.serverCpu(pairs), Double.NaN, 1.0),
        atMost(report, "server CPU per message ÷ raw Netty's", "netty", Measure.serverCpu(pairs), Double.NaN, 3.0),
        atMost(report, "delivery p99 at 2,000/s ÷ Socket.IO's", "socketio", p99, 1.0, Double.NaN),
        atMost(report, "delivery p99 at 2,000/s ÷ bare `ws`'s", "ws", p99, 1.0, Double.NaN),
        atMost(report, "delivery p99 at 2,000/s ÷ raw Netty's", "netty", p99, Double.NaN, 1.3),
        new Goal("memory per idle socket, the larger of RAM and heap", true, 25, 10, "KB", idle(report, "desk")),
        new Goal("%,d reconnecting at once, signed in and resumed".formatted(report.plan().storm()), true, 5, 2.5,
            "s", report.median("desk", Measure.STORM)),
        new Goal("first seconds after the start at 500/s, delivery p99", true, 100, 15, "ms",
            report.median("desk", Measure.FIRST_SECONDS_P99)),
        new Goal("a message of 200 B kept in Redis while its conversation is open", true, 320, Double.NaN, "B",
            report.median("desk", Measure.KEPT)));
  }

  boolean meets(double bound) {
    return found.isPresent() && (atMost ? found.getAsDouble() <= bound : found.getAsDouble() >= bound);
  }

  /// What an idle socket costs: RAM that was free before may hide heap, and heap does not see native memory.
  static OptionalDouble idle(Report report, String server) {
    OptionalDouble resident = report.median(server, Measure.IDLE_RESIDENT);
    OptionalDouble heap = report.median(server, Measure.IDLE_HEAP);
    return resident.isPresent() && heap.isPresent()
        ? OptionalDouble.of(Math.max(resident.getAsDouble(), heap.getAsDouble()))
        : resident;
  }

  static String words(Measure.Shape shape) {
    return "%,d × %,d".formatted(shape.buyers(), shape.agents());
  }

  private static Goal ratio(Report report, String what, String other, String measure, double now, double setOutFor) {
    return new Goal(what, false, now, setOutFor, "×", report.ratio("desk", other, measure));
  }

  private static Goal atMost(Report report, String what, String other, String measure, double now, double setOutFor) {
    return new Goal(what, true, now, setOutFor, "×", report.ratio("desk", other, measure));
  }

  private static OptionalDouble quotient(OptionalDouble one, OptionalDouble two) {
    return one.isEmpty() || two.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(one.getAsDouble() / two.getAsDouble());
  }
}
