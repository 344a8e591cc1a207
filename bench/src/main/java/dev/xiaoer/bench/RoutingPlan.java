package dev.xiaoer.bench;

import dev.xiaoer.bench.load.Turnover;
import java.time.Duration;
import java.util.List;

/// How many wait, and how fast they come.
///
/// @param waiting buyers on one desk, one size after the other; the largest is the last
/// @param agents each of whom has one conversation
/// @param perSecond conversations that end, and buyers who come
/// @param warmSeconds at twice this rate, with the smallest number waiting, before anything is told
/// @param leadSeconds of each size that are not told
/// @param seconds of each size that are told
/// @param stillSeconds in which nobody comes or goes
public record RoutingPlan(
    List<Integer> waiting,
    int agents,
    int perSecond,
    int warmSeconds,
    int leadSeconds,
    int seconds,
    int stillSeconds) {

  /// The queue's reminders come every five seconds: a multiple of that.
  static final RoutingPlan FULL = new RoutingPlan(List.of(100, 1_000, 10_000), 500, 50, 30, 2, 15, 5);
  static final RoutingPlan QUICK = new RoutingPlan(List.of(100, 1_000), 100, 50, 5, 1, 5, 5);

  /// Who is in the house from the beginning, so that all sizes are measured with the same number of sockets.
  public int buyers() {
    return agents + waiting.getLast() + warmComers() + waiting.size() * (comers(leadSeconds) + comers(seconds));
  }

  int comers(int ofSeconds) {
    return Turnover.ends(perSecond, Duration.ofSeconds(ofSeconds));
  }

  /// A JVM that has just started would make whatever is measured first the dearest.
  int warmComers() {
    return 2 * comers(warmSeconds);
  }

  /// As on a machine with two cores.
  int totalSeconds() {
    int signingIn = agents / 30 + buyers() / 500;
    return 15 + signingIn + warmSeconds + waiting.size() * (leadSeconds + seconds + stillSeconds + 1)
        + waiting.getLast() / 1_000;
  }
}
