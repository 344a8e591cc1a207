package dev.xiaoer.bench.report;

import dev.xiaoer.bench.RoutingPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/// Writes `docs/performance-routing.md` from a [Report] and from nothing else.
public final class RoutingPage {

  /// What Redis may spend on an assignment now, and in the end, in µs.
  private static final double GOAL_NOW = 1_000;
  private static final double SET_OUT_FOR = 200;

  private final Report report;
  private final RoutingPlan plan;
  private final StringBuilder page = new StringBuilder();

  private RoutingPage(Report report) {
    this.report = report;
    this.plan = report.plan().routing();
  }

  /// @param why what a person has to say about the numbers, in Markdown
  public static String of(Report report, String why) {
    return new RoutingPage(report).write(why);
  }

  private String write(String why) {
    line("# Performance: giving places to those who wait");
    line("");
    line(
        "Written by `bench/run --only routing` from its own measurement of %s; do not edit. Load generator, server and",
        report.date());
    line(
        "Redis share the machine, so absolute figures move from machine to machine: how they grow is the finding. One");
    line("desk a round, %d round(s); every number is the median of its rounds.", report.plan().rounds());
    line("");
    line(
        "The work: %,d agents with one conversation each; %d conversations end in a second, in turn, and as many buyers",
        plan.agents(), plan.perSecond());
    line(
        "come, so that as many wait all the time. All sizes are measured with the same %,d sockets open; whoever waits is",
        plan.buyers() + plan.agents());
    line("told the own position. Both times are told from the instant the conversation was meant to end or the buyer");
    line(
        "to come (open loop, corrected for coordinated omission); what never came is charged as if it came at the end.");
    line("");
    line("CPU per assignment is all that the process used in %d s, divided by the assignments: coming, waiting, being",
        plan.seconds());
    line(
        "told the position, being given to an agent, the end of the conversation before, and every socket's heartbeats.");
    line("");
    machine();
    times();
    cpu();
    goals();
    troubles();
    if (!why.isBlank()) {
      line("");
      page.append(why.strip()).append('\n');
    }
    return page.toString();
  }

  private void machine() {
    line("| | |");
    line("|---|---|");
    report.machine().forEach((what, value) -> line("| %s | %s |", what, value));
    List.of("Java", "Redis", "Spring Boot", "Lettuce").forEach(
        part -> line("| %s | %s |", part, report.versions().getOrDefault(part, "–")));
    line("");
  }

  private void times() {
    line("## Times");
    line("");
    head();
    row("place free → buyer told, p50 ms", "told-p50-ms");
    row("place free → buyer told, p99 ms", "told-p99-ms");
    row("buyer comes → heard, p50 ms", "heard-p50-ms");
    row("buyer comes → heard, p99 ms", "heard-p99-ms");
    counts("places nobody was told of", "missing");
    line("");
  }

  private void cpu() {
    line("## CPU");
    line("");
    head();
    row("server, µs per assignment", "server-cpu-us");
    row("Redis, µs per assignment", "redis-cpu-us");
    row("server while nobody comes or goes, ms per s", "still-server-cpu-ms-per-s");
    row("Redis while nobody comes or goes, ms per s", "still-redis-cpu-ms-per-s");
    line("");
  }

  private void head() {
    var names = new ArrayList<String>();
    plan.waiting().forEach(waiting -> names.add("%,d waiting".formatted(waiting)));
    others().forEach(waiting -> names.add("%,d ÷ %,d".formatted(waiting, least())));
    line("| | %s |", String.join(" | ", names));
    line("|---|%s", "--:|".repeat(names.size()));
  }

  private void row(String title, String what) {
    var values = new ArrayList<String>();
    plan.waiting().forEach(waiting -> values.add(Page.value(median(waiting, what), "")));
    others().forEach(waiting -> values.add(Page.value(growth(waiting, what), "×")));
    line("| %s | %s |", title, String.join(" | ", values));
  }

  private void counts(String title, String what) {
    var values = new ArrayList<String>();
    plan.waiting().forEach(waiting -> values.add(Page.value(median(waiting, what), "")));
    others().forEach(waiting -> values.add("–"));
    line("| %s | %s |", title, String.join(" | ", values));
  }

  private void goals() {
    int most = plan.waiting().getLast();
    var goal = new Goal("Redis CPU per assignment, %,d waiting and %,d agents".formatted(most, plan.agents()), true,
        GOAL_NOW, SET_OUT_FOR, "µs", median(most, "redis-cpu-us"));
    line("## Goals");
    line("");
    line("| what | found | goal now | met | set out for | met |");
    line("|---|--:|--:|---|--:|---|");
    line("| %s |", Page.cells(goal));
  }

  private void troubles() {
    if (!report.troubles().isEmpty()) {
      line("");
      report.troubles().forEach(trouble -> line("- %s", trouble.replace('\n', ' ')));
    }
  }

  private int least() {
    return plan.waiting().getFirst();
  }

  private List<Integer> others() {
    return plan.waiting().subList(1, plan.waiting().size());
  }

  private OptionalDouble median(int waiting, String what) {
    return report.median("desk", Measure.routing(waiting, what));
  }

  private OptionalDouble growth(int waiting, String what) {
    OptionalDouble many = median(waiting, what);
    OptionalDouble few = median(least(), what);
    return many.isEmpty() || few.isEmpty() || few.getAsDouble() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(many.getAsDouble() / few.getAsDouble());
  }

  @SuppressWarnings("AnnotateFormatMethod") // as in Page
  private void line(String format, Object... values) {
    page.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
