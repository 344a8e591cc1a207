package dev.xiaoer.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.bench.Plan;
import dev.xiaoer.bench.RoutingPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageTest {

  private static final RoutingPlan ROUTING = new RoutingPlan(List.of(100, 10_000), 500, 50, 20, 2, 10, 5);
  private static final Plan PLAN = new Plan(3, Set.of("throughput"), List.of("desk", "socketio"), 500, 2000, 200, 4,
      50, 5, 10, 8, List.of(2000), 2, 8, 10_000, 5000, ROUTING);
  private static final String THROUGHPUT = Measure.throughput(PLAN.pairsShape("everysec"));

  private static Report report(double desk, double socketIo) {
    var samples = new ArrayList<Sample>();
    double[] spread = {1.0, 0.5, 3.0};
    for (int round = 1; round <= 3; round++) {
      samples.add(new Sample("desk", round, THROUGHPUT, desk * spread[round - 1]));
      samples.add(new Sample("socketio", round, THROUGHPUT, socketIo * spread[round - 1]));
    }
    return new Report(
        "2026-01-02T03:04:05Z", Map.of("processor", "abacus, 2 cores"), Map.of("Redis", "7.0.15"), PLAN, samples,
        List.of("round 2, stomp: it\nfell over"));
  }

  @Test
  void theMedianIsTheMiddleRound() {
    assertThat(report(20_000, 8_000).median("desk", THROUGHPUT)).hasValue(20_000);
    assertThat(report(20_000, 8_000).ratio("desk", "socketio", THROUGHPUT)).hasValue(2.5);
    assertThat(report(1, 1).median("desk", "something else")).isEmpty();
  }

  @Test
  void aGoalThatIsReachedIsToldAsMet() {
    assertThat(Page.of(report(20_000, 8_000), ""))
        .contains("| throughput at 500 × 500 ÷ Socket.IO's | 2.50 × | ≥ 2.50 × | yes | ≥ 3.50 × | **no** |")
        .contains("| Socket.IO 4 with its Redis streams adapter, bare | 8,000 | 2.50 × |");
  }

  @Test
  void aGoalThatIsMissedIsToldTwice() {
    assertThat(Page.of(report(19_000, 8_000), ""))
        .contains("÷ Socket.IO's | 2.38 × | ≥ 2.50 × | **no** |")
        .contains("- Goal not met: throughput at 500 × 500 ÷ Socket.IO's is 2.38 ×.");
  }

  @Test
  void whatWasNotMeasuredIsSaidToBeNotMeasured() {
    assertThat(Page.of(report(1, 1), ""))
        .contains("| memory per idle socket, the larger of RAM and heap | – | ≤ 25.0 KB | not measured |")
        .contains("- round 2, stomp: it fell over");
  }

  @Test
  void theDearerReadingOfMemoryIsTheOneThatCounts() {
    var samples = List.of(
        new Sample("desk", 1, Measure.IDLE_RESIDENT, 12), new Sample("desk", 1, Measure.IDLE_HEAP, 26));
    var report = new Report("", Map.of(), Map.of(), PLAN, samples, List.of());
    assertThat(Goal.idle(report, "desk")).hasValue(26);
  }

  @Test
  void whatAPersonHasToSayStandsBehindIt() {
    assertThat(Page.of(report(1, 1), "## Why\n\nBecause.\n")).endsWith("\n\n## Why\n\nBecause.\n");
  }

  @Test
  void thePageIsTheSameWhenItIsWrittenFromTheJson(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("result.json");
    Results.write(report(20_000, 8_000), file);
    assertThat(Page.of(Results.read(file), "")).isEqualTo(Page.of(report(20_000, 8_000), ""));
  }
}
