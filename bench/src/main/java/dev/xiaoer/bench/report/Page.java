package dev.xiaoer.bench.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/// Writes `docs/performance.md` from a [Report] and from nothing else.
public final class Page {

  private static final Map<String, String> TITLES = Map.of(
      "desk", "**the desk**, with all its guarantees",
      "spring", "Spring `WebSocketHandler` on Tomcat, bare and tuned",
      "netty", "raw Netty and Lettuce on one event loop, bare",
      "ws", "Node `ws` and ioredis, bare",
      "socketio", "Socket.IO 4 with its Redis streams adapter, bare",
      "stomp", "Spring STOMP, simple broker, bare");
  private static final String NOTHING = "–";

  private final Report report;
  private final StringBuilder page = new StringBuilder();

  private Page(Report report) {
    this.report = report;
  }

  /// @param why what a person has to say about the numbers, in Markdown
  public static String of(Report report, String why) {
    return new Page(report).write(why);
  }

  private String write(String why) {
    head();
    goals();
    throughput();
    latency();
    memory();
    missing();
    if (!why.isBlank()) {
      line("");
      page.append(why.strip()).append('\n');
    }
    return page.toString();
  }

  private void head() {
    line("# Performance");
    line("");
    line(
        "Written by `bench/run` from its own measurement of %s; do not edit. Load generator, server and Redis share the",
        report.date());
    line(
        "machine and speak over loopback, so absolute figures are small and move from machine to machine: the order and");
    line("the ratios are the finding. All servers took turns, %d round(s); every number is the median of its rounds.",
        report.plan().rounds());
    line("");
    line(
        "The work: each buyer's message is written to a Redis stream, delivered to the agent's socket and acknowledged to");
    line("the buyer. The peers are bare: no sign-in, numbering, de-duplication, ownership check, resume or routing.");
    line(
        "Latency is told from the instant a message was meant to be said (open loop, corrected for coordinated omission);");
    line("what never came is charged as if it came at the end.");
    line("");
    line("| | |");
    line("|---|---|");
    report.machine().forEach((what, value) -> line("| %s | %s |", what, value));
    report.versions().forEach((what, value) -> line("| %s | %s |", what, value));
    line("");
  }

  private void goals() {
    line("## Goals");
    line("");
    line("| what | found | goal now | met | set out for | met |");
    line("|---|--:|--:|---|--:|---|");
    for (Goal goal : Goal.of(report)) {
      line("| %s |", cells(goal));
    }
    line("");
  }

  /// A goal's line in a table of goals.
  static String cells(Goal goal) {
    return String.join(" | ", goal.what(), value(goal.found(), goal.unit()), bound(goal, goal.now()),
        verdict(goal, goal.now()), bound(goal, goal.setOutFor()), verdict(goal, goal.setOutFor()));
  }

  private static String bound(Goal goal, double bound) {
    return Double.isNaN(bound)
        ? NOTHING
        : (goal.atMost() ? "≤ " : "≥ ") + value(OptionalDouble.of(bound), goal.unit());
  }

  private static String verdict(Goal goal, double bound) {
    if (Double.isNaN(bound)) {
      return NOTHING;
    }
    if (goal.found().isEmpty()) {
      return "not measured";
    }
    return goal.meets(bound) ? "yes" : "**no**";
  }

  private void throughput() {
    for (Measure.Shape shape : List.of(
        report.plan().pairsShape("everysec"), report.plan().pairsShape("always"), report.plan().fanInShape())) {
      line("## Throughput: %s buyers × agents, `appendfsync %s`", Goal.words(shape), shape.fsync());
      line("");
      line("Saturation, %d messages in flight per buyer.", report.plan().inFlight());
      line("");
      line(
          "| server | messages/s | desk ÷ it | CPU µs per message (server) | CPU µs (Redis) | bytes in Redis per message |");
      line("|---|--:|--:|--:|--:|--:|");
      for (String server : measured(Measure.throughput(shape))) {
        line("| %s | %s | %s | %s | %s | %s |", title(server), median(server, Measure.throughput(shape), ""),
            value(report.ratio("desk", server, Measure.throughput(shape)), "×"),
            median(server, Measure.serverCpu(shape), ""), median(server, Measure.redisCpu(shape), ""),
            median(server, Measure.redisBytes(shape), ""));
      }
      line("");
    }
  }

  private void latency() {
    for (int rate : report.plan().rates()) {
      line("## Latency at %,d messages/s", rate);
      line("");
      line("| server | delivery p50 ms | delivery p99 ms | ack p50 ms | ack p99 ms | carried/s | missing | repeated |");
      line("|---|--:|--:|--:|--:|--:|--:|--:|");
      for (String server : measured(Measure.latency(rate, "delivery", 50))) {
        line("| %s | %s | %s | %s | %s | %s | %s | %s |", title(server),
            median(server, Measure.latency(rate, "delivery", 50), ""),
            median(server, Measure.latency(rate, "delivery", 99), ""),
            median(server, Measure.latency(rate, "ack", 50), ""), median(server, Measure.latency(rate, "ack", 99), ""),
            median(server, Measure.carried(rate), ""), median(server, Measure.missing(rate), ""),
            median(server, Measure.repeated(rate), ""));
      }
      line("");
    }
  }

  private void memory() {
    line("## Memory, reconnecting, starting");
    line("");
    line(
        "Memory per socket with %,d idle, after a garbage collection. Then %,d sockets are cut and come back at once. The",
        report.plan().idle(), report.plan().storm());
    line("first seconds are a cold server's at %d messages/s. Memory and reconnecting are told of the first round.",
        500);
    line("");
    line("| server | RAM KB per socket | heap KB per socket | all back s | start s | first seconds, delivery p99 ms |");
    line("|---|--:|--:|--:|--:|--:|");
    for (String server : report.plan().servers()) {
      line("| %s | %s | %s | %s | %s | %s |", title(server), median(server, Measure.IDLE_RESIDENT, ""),
          median(server, Measure.IDLE_HEAP, ""), median(server, Measure.STORM, ""),
          median(server, Measure.START, ""), median(server, Measure.FIRST_SECONDS_P99, ""));
    }
    line("");
  }

  private void missing() {
    line("## What is missing");
    line("");
    line("- The size of a packed message is not measured by this program; assignments are in performance-routing.md.");
    line(
        "- Redis keeps its file on this machine's own disk; `always` says as much about the disk as about the server.");
    for (String server : report.plan().servers()) {
      long rounds = report.rounds(server);
      if (rounds < report.plan().rounds()) {
        line("- %s took part in %d of %d rounds.", title(server), rounds, report.plan().rounds());
      }
    }
    for (Goal goal : Goal.of(report)) {
      if (goal.found().isPresent() && !Double.isNaN(goal.now()) && !goal.meets(goal.now())) {
        line("- Goal not met: %s is %s.", goal.what(), value(goal.found(), goal.unit()));
      }
    }
    for (String trouble : report.troubles()) {
      line("- %s", trouble.replace('\n', ' '));
    }
  }

  private List<String> measured(String measure) {
    return report.plan().servers().stream().filter(server -> report.median(server, measure).isPresent()).toList();
  }

  private static String title(String server) {
    return TITLES.getOrDefault(server, server);
  }

  private String median(String server, String measure, String unit) {
    return value(report.median(server, measure), unit);
  }

  static String value(OptionalDouble value, String unit) {
    if (value.isEmpty()) {
      return NOTHING;
    }
    double number = value.getAsDouble();
    String format = Math.abs(number) >= 100 || number == 0 ? "%,.0f" : Math.abs(number) >= 10 ? "%.1f" : "%.2f";
    return (String.format(Locale.ROOT, format, number) + " " + unit).trim();
  }

  @SuppressWarnings("AnnotateFormatMethod") // the annotation would be a dependency of its own
  private void line(String format, Object... values) {
    page.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
