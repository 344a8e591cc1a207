package dev.xiaoer.bench;

import dev.xiaoer.bench.report.Measure;
import java.util.List;
import java.util.Set;

/// How long and how many. Everything is bounded here.
///
/// @param rounds each server once a round, in turn
/// @param parts which of `start`, `throughput`, `fan-in`, `always`, `latency`, `memory`, `kept` are measured; or `routing`
/// @param servers which take part, by their short names
/// @param pairs buyers, and as many agents
/// @param inFlight messages under way per buyer at saturation
/// @param firstPairs of them are there in the first seconds
/// @param firstSeconds at 500/s, from a cold server
/// @param warmSeconds of saturation before anything is told of a JVM; Node is warm in a fifth of it
/// @param rates messages per second of the open loop
/// @param leadSeconds of each rate that are not told
/// @param idle sockets that are counted for memory
/// @param storm sockets that come back at once
/// @param routing how many wait for an agent, where that is measured
public record Plan(
    int rounds,
    Set<String> parts,
    List<String> servers,
    int pairs,
    int fanBuyers,
    int fanAgents,
    int inFlight,
    int firstPairs,
    int firstSeconds,
    int warmSeconds,
    int saturationSeconds,
    List<Integer> rates,
    int leadSeconds,
    int rateSeconds,
    int idle,
    int storm,
    RoutingPlan routing) {

  public static final int FIRST_RATE = 500;
  /// A run of its own, with a page of its own: only the desk routes.
  static final String ROUTING = "routing";
  static final Set<String> ALL_PARTS = Set.of("start", "throughput", "fan-in", "always", "latency", "memory", "kept");

  static Plan full(List<String> servers) {
    return new Plan(3, ALL_PARTS, servers, 500, 2000, 200, 4, 50, 5, 18, 6, List.of(500, 2000, 5000), 1, 4, 10_000,
        5000, RoutingPlan.FULL);
  }

  /// A look in a few minutes; its numbers are not for the page.
  static Plan quick(List<String> servers) {
    return new Plan(1, ALL_PARTS, servers, 500, 2000, 200, 4, 50, 3, 4, 3, List.of(500, 2000, 5000), 1, 3, 2000,
        1000, RoutingPlan.QUICK);
  }

  Plan withRounds(int number) {
    return new Plan(number, parts, servers, pairs, fanBuyers, fanAgents, inFlight, firstPairs, firstSeconds,
        warmSeconds, saturationSeconds, rates, leadSeconds, rateSeconds, idle, storm, routing);
  }

  Plan withParts(Set<String> only) {
    return new Plan(rounds, only, servers, pairs, fanBuyers, fanAgents, inFlight, firstPairs, firstSeconds,
        warmSeconds, saturationSeconds, rates, leadSeconds, rateSeconds, idle, storm, routing);
  }

  /// @param stormed sockets that come back at once; never more than are idle
  Plan withSizes(int paired, int idling, int stormed) {
    return new Plan(rounds, parts, servers, paired, fanBuyers, fanAgents, inFlight, Math.min(firstPairs, paired),
        firstSeconds, warmSeconds, saturationSeconds, rates, leadSeconds, rateSeconds, idling,
        Math.min(stormed, idling), routing);
  }

  boolean isOfRouting() {
    return parts.equals(Set.of(ROUTING));
  }

  boolean has(String part) {
    return parts.contains(part);
  }

  /// Whether a server takes part in a part of a round. Where only the desk or the one it is compared with has a goal,
  /// nobody else takes the time; memory hardly differs from round to round.
  boolean has(String part, Contestant contestant, int round) {
    return parts.contains(part) && switch (part) {
      case "always" -> contestant == Contestant.DESK;
      case "fan-in" -> contestant == Contestant.DESK || contestant == Contestant.SOCKETIO;
      case "latency" -> contestant != Contestant.STOMP || servers.size() == 1;
      case "memory" -> round == 1;
      case "kept" -> round == 1 && contestant == Contestant.DESK;
      case ROUTING -> contestant == Contestant.DESK;
      default -> true;
    };
  }

  int warmSeconds(Contestant contestant) {
    return contestant.isJvm() ? warmSeconds : Math.max(1, warmSeconds / 5);
  }

  /// About how long a server takes for its parts of a round, from what each part waits for; starting and signing in are
  /// as on a machine with two cores.
  int secondsOf(Contestant contestant, int round) {
    boolean isDesk = contestant == Contestant.DESK;
    int start = isDesk ? 14 : contestant.isJvm() ? 7 : 2;
    int saturation = saturationSeconds + 2;
    int seconds = 0;
    if (has("start", contestant, round) || has("throughput", contestant, round) || has("latency", contestant, round)) {
      seconds += start + (isDesk ? 15 : 2) + firstSeconds + warmSeconds(contestant) + saturation;
    }
    seconds += has("always", contestant, round) ? saturation + 3 : 0;
    seconds += has("latency", contestant, round) ? rates.size() * (leadSeconds + rateSeconds + 1) : 0;
    seconds += has("fan-in", contestant, round) ? start + 15 + warmSeconds(contestant) + saturation : 0;
    seconds += has("memory", contestant, round) ? start + (isDesk ? 45 : 25) : 0;
    seconds += has(ROUTING, contestant, round) ? routing.totalSeconds() : 0;
    return seconds + (has("kept", contestant, round) ? start + 20 : 0);
  }

  /// What is going to be done, and how long it will take.
  String told() {
    return "%d round(s) of %s: %s; about %d minutes".formatted(rounds, String.join(", ", servers),
        String.join(", ", parts.stream().sorted().toList()), (seconds() + 59) / 60);
  }

  int seconds() {
    int seconds = 20;
    for (int round = 1; round <= rounds; round++) {
      for (String server : servers) {
        seconds += secondsOf(Contestant.of(server), round);
      }
    }
    return seconds;
  }

  public Measure.Shape pairsShape(String fsync) {
    return new Measure.Shape(pairs, pairs, fsync);
  }

  public Measure.Shape fanInShape() {
    return new Measure.Shape(fanBuyers, fanAgents, "everysec");
  }
}
