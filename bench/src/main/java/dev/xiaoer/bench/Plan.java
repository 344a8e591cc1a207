package dev.xiaoer.bench;

import dev.xiaoer.bench.report.Measure;
import java.util.List;
import java.util.Set;

/// How long and how many. Everything is bounded here.
///
/// @param rounds each server once a round, in turn
/// @param parts which of `start`, `throughput`, `fan-in`, `always`, `latency`, `memory`, `kept` are measured
/// @param servers which take part, by their short names
/// @param pairs buyers, and as many agents
/// @param inFlight messages under way per buyer at saturation
/// @param firstPairs of them are there in the first seconds
/// @param firstSeconds at 500/s, from a cold server
/// @param warmSeconds of saturation before anything is told
/// @param rates messages per second of the open loop
/// @param leadSeconds of each rate that are not told
/// @param idle sockets that are counted for memory
/// @param storm sockets that come back at once
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
    int storm) {

  public static final int FIRST_RATE = 500;
  static final Set<String> ALL_PARTS = Set.of("start", "throughput", "fan-in", "always", "latency", "memory", "kept");

  static Plan full(List<String> servers) {
    return new Plan(3, ALL_PARTS, servers, 500, 2000, 200, 4, 50, 5, 10, 8, List.of(500, 2000, 5000), 2, 8, 10_000,
        5000);
  }

  /// A look in a few minutes; its numbers are not for the page.
  static Plan quick(List<String> servers) {
    return new Plan(1, ALL_PARTS, servers, 500, 2000, 200, 4, 50, 3, 4, 3, List.of(500, 2000, 5000), 1, 3, 2000,
        1000);
  }

  Plan withRounds(int number) {
    return new Plan(number, parts, servers, pairs, fanBuyers, fanAgents, inFlight, firstPairs, firstSeconds,
        warmSeconds, saturationSeconds, rates, leadSeconds, rateSeconds, idle, storm);
  }

  Plan withParts(Set<String> only) {
    return new Plan(rounds, only, servers, pairs, fanBuyers, fanAgents, inFlight, firstPairs, firstSeconds,
        warmSeconds, saturationSeconds, rates, leadSeconds, rateSeconds, idle, storm);
  }

  /// @param stormed sockets that come back at once; never more than are idle
  Plan withSizes(int paired, int idling, int stormed) {
    return new Plan(rounds, parts, servers, paired, fanBuyers, fanAgents, inFlight, Math.min(firstPairs, paired),
        firstSeconds, warmSeconds, saturationSeconds, rates, leadSeconds, rateSeconds, idling,
        Math.min(stormed, idling));
  }

  boolean has(String part) {
    return parts.contains(part);
  }

  public Measure.Shape pairsShape(String fsync) {
    return new Measure.Shape(pairs, pairs, fsync);
  }

  public Measure.Shape fanInShape() {
    return new Measure.Shape(fanBuyers, fanAgents, "everysec");
  }
}
