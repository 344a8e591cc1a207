package dev.xiaoer.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RoutingPlanTest {

  @Test
  void everybodyWhoWillComeIsThereFromTheBeginning() {
    var plan = new RoutingPlan(List.of(10, 30), 5, 20, 4, 1, 2, 5);
    // 5 who are served at first, 30 who wait at most, 4 s to warm up at twice the rate, twice 1 + 2 s; 20 come a second.
    assertThat(plan.buyers()).isEqualTo(5 + 30 + 20 * (2 * 4 + 2 * 3));
  }

  @Test
  void aDeskOfTenThousandWhoWaitTakesAboutThreeMinutes() {
    assertThat(RoutingPlan.FULL.waiting()).containsExactly(100, 1_000, 10_000);
    assertThat(RoutingPlan.FULL.agents()).isEqualTo(500);
    assertThat(RoutingPlan.FULL.totalSeconds()).isLessThan(200);
    assertThat(RoutingPlan.FULL.buyers() + RoutingPlan.FULL.agents()).as("sockets, of 20,000").isLessThan(19_000);
  }

  @Test
  void routingIsMeasuredAloneAndHasAPageOfItsOwn() {
    Options options = Options.parse("--only", "routing", "--rounds", "2");
    assertThat(options.plan().isOfRouting()).isTrue();
    assertThat(options.plan().servers()).containsExactly("desk");
    assertThat(options.page().toString()).isEqualTo("docs/performance-routing.md");
    assertThat(options.plan().seconds()).isLessThan(7 * 60);
    assertThat(Options.parse().plan().has(Plan.ROUTING)).isFalse();
  }
}
