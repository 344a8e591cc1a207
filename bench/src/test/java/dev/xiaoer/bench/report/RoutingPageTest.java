package dev.xiaoer.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.bench.Plan;
import dev.xiaoer.bench.RoutingPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoutingPageTest {

  private static final Plan PLAN = new Plan(2, Set.of("routing"), List.of("desk"), 500, 2000, 200, 4, 50, 5, 10, 8,
      List.of(2000), 2, 8, 10_000, 5000, new RoutingPlan(List.of(100, 10_000), 500, 50, 20, 2, 10, 5));

  private static String page(double redisAtFew, double redisAtMany) {
    var samples = new ArrayList<Sample>();
    for (int round = 1; round <= 2; round++) {
      samples.add(new Sample("desk", round, Measure.routing(100, "redis-cpu-us"), redisAtFew));
      samples.add(new Sample("desk", round, Measure.routing(10_000, "redis-cpu-us"), redisAtMany));
      samples.add(new Sample("desk", round, Measure.routing(100, "told-p99-ms"), round * 10));
    }
    return RoutingPage.of(new Report("2026-01-02T03:04:05Z", Map.of("processor", "abacus, 2 cores"),
        Map.of("Redis", "7.0.15"), PLAN, samples, List.of("round 2: it\nfell over")), "## Why\n\nBecause.\n");
  }

  @Test
  void howTheCostGrowsStandsBesideIt() {
    assertThat(page(400, 600)).contains("| | 100 waiting | 10,000 waiting | 10,000 ÷ 100 |")
        .contains("| Redis, µs per assignment | 400 | 600 | 1.50 × |")
        .contains("| place free → buyer told, p99 ms | 15.0 | – | – |");
  }

  @Test
  void theGoalIsToldOfTheLongestQueue() {
    assertThat(page(400, 600)).contains("waiting and 500 agents | 600 µs | ≤ 1,000 µs | yes | ≤ 200 µs | **no** |");
    assertThat(page(400, 1_200)).contains("waiting and 500 agents | 1,200 µs | ≤ 1,000 µs | **no** |");
  }

  @Test
  void whatWentWrongAndWhatAPersonHasToSayStandBehindIt() {
    assertThat(page(1, 1)).contains("- round 2: it fell over").endsWith("\n\n## Why\n\nBecause.\n");
  }
}
