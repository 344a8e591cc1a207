package dev.xiaoer.bench;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// What the command line says.
///
/// @param reportOnly write the page anew from this JSON and measure nothing; null to measure
/// @param deskJvm more flags for the desk's JVM
/// @param why what a person has to say about the numbers; it goes to the end of the page
/// @param password of the desk's bench agents, made for this run
public record Options(
    Plan plan,
    boolean quick,
    @org.jspecify.annotations.Nullable Path reportOnly,
    String redis,
    String node,
    Path deskJar,
    List<String> deskJvm,
    Path deskProperties,
    String password,
    Path baselines,
    Path results,
    Path page,
    Path why) {

  static final String USAGE = """
      bench/run [--quick] [--rounds n] [--servers desk,spring,netty,ws,socketio,stomp]
                [--only start,throughput,fan-in,always,latency,memory,kept] [--pairs n] [--idle n] [--storm n]
      bench/run --only routing [--quick] [--rounds n] …
                [--redis redis-server] [--node node] [--desk-jar server.jar] [--desk-jvm "flags"]
                [--desk-properties file] [--page docs/performance.md] [--report result.json]
      """;

  static Options parse(String... args) {
    Deque<String> rest = new ArrayDeque<>(Arrays.asList(args));
    boolean quick = rest.remove("--quick");
    List<String> everybody = Arrays.stream(Contestant.values()).map(Contestant::id).toList();
    List<String> servers = list(value(rest, "--servers", String.join(",", everybody)));
    servers.forEach(Contestant::of);
    Set<String> parts = Set.copyOf(list(value(rest, "--only", String.join(",", Plan.ALL_PARTS))));
    boolean ofRouting = parts.equals(Set.of(Plan.ROUTING));
    if (!ofRouting && !Plan.ALL_PARTS.containsAll(parts)) {
      throw new IllegalArgumentException("--only knows " + Plan.ALL_PARTS + ", or " + Plan.ROUTING + " alone");
    }
    if (ofRouting) {
      servers = List.of(Contestant.DESK.id());
    }
    Plan plan = (quick ? Plan.quick(servers) : Plan.full(servers)).withParts(parts);
    plan = plan.withRounds(number(rest, "--rounds", plan.rounds()));
    plan = plan.withSizes(
        number(rest, "--pairs", plan.pairs()), number(rest, "--idle", plan.idle()),
        number(rest, "--storm", plan.storm()));
    String report = value(rest, "--report", "");
    String name = ofRouting ? "performance-routing.md" : "performance.md";
    String page = (quick ? "bench/target/results/" : "docs/") + name;
    var options = new Options(
        plan,
        quick,
        report.isEmpty() ? null : Path.of(report),
        value(rest, "--redis", "redis-server"),
        value(rest, "--node", "node"),
        Path.of(value(rest, "--desk-jar", "server/target/server-0.1.0-SNAPSHOT.jar")),
        words(value(rest, "--desk-jvm", "")),
        Path.of(value(rest, "--desk-properties", "bench/desk.properties")),
        UUID.randomUUID().toString(),
        Path.of("bench/baselines"),
        Path.of("bench/target/results"),
        Path.of(value(rest, "--page", page)),
        Path.of(ofRouting ? "bench/why-routing.md" : "bench/why.md"));
    if (!rest.isEmpty()) {
      throw new IllegalArgumentException("unknown: " + rest);
    }
    return options;
  }

  private static int number(Deque<String> rest, String name, int otherwise) {
    return Integer.parseInt(value(rest, name, Integer.toString(otherwise)));
  }

  private static List<String> list(String commas) {
    return List.of(commas.split(","));
  }

  private static List<String> words(String spaces) {
    return spaces.isBlank() ? List.of() : List.of(spaces.trim().split("\\s+"));
  }

  private static String value(Deque<String> rest, String name, String otherwise) {
    List<String> words = List.copyOf(rest);
    int at = words.indexOf(name);
    if (at < 0) {
      return otherwise;
    }
    if (at + 1 == words.size()) {
      throw new IllegalArgumentException(name + " needs a value");
    }
    rest.removeFirstOccurrence(name);
    rest.removeFirstOccurrence(words.get(at + 1));
    return words.get(at + 1);
  }
}
