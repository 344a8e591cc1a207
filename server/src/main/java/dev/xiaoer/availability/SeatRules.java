package dev.xiaoer.availability;

import dev.xiaoer.groups.BreakRules;
import dev.xiaoer.groups.GroupRules;
import dev.xiaoer.groups.HangUpRules;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/// The rules of several groups at once: who serves more than one is held to the strictest of each.
record SeatRules(Function<String, GroupRules> of) {

  /// Somebody without a group is held to the defaults.
  private List<GroupRules> all(Collection<String> groups) {
    return groups.isEmpty() ? List.of(of.apply("")) : groups.stream().map(of).toList();
  }

  private Duration shortest(Collection<String> groups, Function<GroupRules, Duration> rule) {
    return all(groups).stream().map(rule).min(Comparator.naturalOrder()).orElseThrow();
  }

  private Duration hangUp(Collection<String> groups, Function<HangUpRules, Duration> rule) {
    return shortest(groups, rules -> rule.apply(rules.hangUp()));
  }

  private Duration breaks(Collection<String> groups, Function<BreakRules, Duration> rule) {
    return shortest(groups, rules -> rule.apply(rules.breaks()));
  }

  Duration limit(Collection<String> groups) {
    return hangUp(groups, HangUpRules::limit);
  }

  /// How long before the end of a hang-up the agent is warned.
  Duration warned(Collection<String> groups) {
    Duration warned = limit(groups).minus(hangUp(groups, HangUpRules::warning));
    return warned.isNegative() ? Duration.ZERO : warned;
  }

  Duration grace(Collection<String> groups) {
    return hangUp(groups, HangUpRules::grace);
  }

  /// How much more than the limit may be granted.
  Duration most(Collection<String> groups) {
    Duration most = hangUp(groups, HangUpRules::most).minus(limit(groups));
    return most.isNegative() ? Duration.ZERO : most;
  }

  Duration breakLength(Collection<String> groups) {
    return breaks(groups, BreakRules::length);
  }

  Duration hold(Collection<String> groups) {
    return breaks(groups, BreakRules::hold);
  }

  Duration unanswered(Collection<String> groups) {
    return breaks(groups, BreakRules::unanswered);
  }

  int atOnce(String group) {
    return of.apply(group).breaks().atOnce();
  }

  int floor(String group) {
    return of.apply(group).floor();
  }

  /// Whether enough are left online if so many of each of these groups go.
  boolean isEnough(Collection<String> groups, ToIntFunction<String> online, ToIntFunction<String> going) {
    return groups.stream().allMatch(group -> floor(group) == 0
        || online.applyAsInt(group) - going.applyAsInt(group) >= floor(group));
  }
}
