package dev.xiaoer.groups;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What every store of rules promises.
abstract class DeskRulesContract {

  abstract DeskRules rules();

  @Test
  void aGroupNobodyHasSettledHasTheDefaults() {
    GroupRules rules = rules().of("quiet", "售前");
    assertThat(rules).isEqualTo(TestRules.defaults().of("售前"));
    assertThat(rules.version()).isZero();
    assertThat(rules.hangUp()).isEqualTo(new HangUpRules(Duration.ofMinutes(10), Duration.ofMinutes(8),
        Duration.ofMinutes(2), Duration.ofMinutes(30)));
    assertThat(rules.hours().week()).isEmpty();
    assertThat(rules().all("quiet")).isEmpty();
  }

  @Test
  void whatIsSavedIsFoundWithTheNextVersion() {
    GroupRules saved = Objects.requireNonNull(save("store", full(0)));
    assertThat(saved).isEqualTo(full(1));
    assertThat(rules().of("store", "g")).isEqualTo(saved);
    assertThat(rules().find("store", "g").toCompletableFuture().join()).isEqualTo(saved);
    assertThat(rules().all("store")).containsExactly(saved);
    assertThat(rules().of("another", "g").version()).isZero();
  }

  @Test
  void whoHasReadAnOlderVersionChangesNothing() {
    GroupRules first = Objects.requireNonNull(save("stale", full(0)));
    assertThat(save("stale", full(0).withWeights(Map.of()))).isNull();
    assertThat(save("stale", full(7))).isNull();
    assertThat(rules().of("stale", "g")).isEqualTo(first);
    assertThat(Objects.requireNonNull(save("stale", first.withWeights(Map.of()))).version()).isEqualTo(2);
  }

  private @Nullable GroupRules save(String desk, GroupRules wanted) {
    return rules().save(desk, wanted).toCompletableFuture().join();
  }

  /// Every part of it is other than the default.
  static GroupRules full(long version) {
    var hours = new Hours(ZoneId.of("Europe/Berlin"),
        Map.of(DayOfWeek.MONDAY, List.of(new Span(LocalTime.of(8, 0), LocalTime.of(12, 30)),
            new Span(LocalTime.of(20, 0), LocalTime.of(2, 0)))),
        List.of(new ExceptionDay(LocalDate.of(2026, 10, 1), List.of(), "国庆")));
    return new GroupRules("g", version,
        new HangUpRules(Duration.ofMinutes(5), Duration.ofMinutes(4), Duration.ofMinutes(1), Duration.ofMinutes(20)),
        new BreakRules(Duration.ofMinutes(20), 2, Duration.ofMinutes(1), Duration.ofSeconds(30)), 2,
        new ServedLately(Duration.ofHours(1), Duration.ofHours(2)), new Overflow("h", Duration.ofSeconds(45)),
        Duration.ofSeconds(20), true, Map.of("a1", 30), hours, new QueueLimits(100, Duration.ofMinutes(15)),
        new TransferRules(Duration.ofSeconds(20), 1), Map.of("金", 8),
        new Signpost(Set.of(OrderStage.SHIPPED), List.of("refund", "goods/*")));
  }
}
