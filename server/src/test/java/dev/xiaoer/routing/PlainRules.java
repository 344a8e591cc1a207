package dev.xiaoer.routing;

import dev.xiaoer.groups.BreakRules;
import dev.xiaoer.groups.DeskRules;
import dev.xiaoer.groups.GroupRules;
import dev.xiaoer.groups.Hours;
import dev.xiaoer.groups.Overflow;
import dev.xiaoer.groups.QueueLimits;
import dev.xiaoer.groups.RuleSettings;
import dev.xiaoer.groups.TestRules;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The defaults, and what a test settles for all desks.
final class PlainRules implements DeskRules {

  private static final RuleSettings DEFAULTS = TestRules.defaults();

  private final Map<String, GroupRules> settled = new HashMap<>();

  void settle(String group, @Nullable Overflow overflow, @Nullable Duration answerWithin, boolean manualPick,
      Map<String, Integer> weights, Map<String, Integer> tiers) {
    GroupRules plain = DEFAULTS.of(group);
    settled.put(group, new GroupRules(group, settled.size() + 1L, plain.hangUp(), plain.breaks(), plain.floor(),
        plain.servedLately(), overflow, answerWithin, manualPick, weights, plain.hours(), plain.queue(),
        plain.transfer(), tiers, plain.signpost()));
  }

  /// On top of what is settled already.
  void settle(String group, Hours hours, QueueLimits queue) {
    GroupRules now = of("", group);
    settled.put(group, new GroupRules(group, now.version() + 1, now.hangUp(), now.breaks(), now.floor(),
        now.servedLately(), now.overflow(), now.answerWithin(), now.manualPick(), now.weights(), hours, queue,
        now.transfer(), now.tiers(), now.signpost()));
  }

  /// @param floor how many of the group must stay online
  /// @param atOnce how many may have a break at once
  void rest(String group, int floor, int atOnce) {
    GroupRules plain = of("", group);
    BreakRules breaks = plain.breaks();
    settled.put(group, new GroupRules(group, settled.size() + 1L, plain.hangUp(),
        new BreakRules(breaks.length(), atOnce, breaks.hold(), breaks.unanswered()), floor, plain.servedLately(),
        plain.overflow(), plain.answerWithin(), plain.manualPick(), plain.weights(), plain.hours(), plain.queue(),
        plain.transfer(), plain.tiers(), plain.signpost()));
  }

  @Override
  public GroupRules of(String desk, String group) {
    GroupRules rules = settled.get(group);
    return rules == null ? DEFAULTS.of(group) : rules;
  }

  @Override
  public List<GroupRules> all(String desk) {
    return List.copyOf(settled.values());
  }

  @Override
  public CompletionStage<GroupRules> find(String desk, String group) {
    return CompletableFuture.completedStage(of(desk, group));
  }

  @Override
  public CompletionStage<@Nullable GroupRules> save(String desk, GroupRules wanted) {
    return CompletableFuture.completedStage(null);
  }

  @Override
  public void onChange(Consumer<String> listener) {}
}
