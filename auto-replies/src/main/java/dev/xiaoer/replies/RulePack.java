package dev.xiaoer.replies;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What the desk says by itself in one language.
///
/// @param zone  in which days and hours are counted
/// @param rules in the order of the pack
public record RulePack(
    Locale language, ZoneId zone, Hours hours, List<Rule> rules, Faq faq, Overrides overrides) {

  public RulePack {
    rules = List.copyOf(rules);
  }

  /// With further changes, which go before those that are there.
  public RulePack with(Overrides more) {
    return new RulePack(language, zone, hours, rules, faq, overrides.and(more));
  }

  /// With other hours: those that a group was given.
  public RulePack at(ZoneId hoursZone, Hours others) {
    return new RulePack(language, hoursZone, others, rules, faq, overrides);
  }

  List<Rule> rules(@Nullable String group, @Nullable String agent) {
    return rules.stream().map(rule -> overrides.apply(rule, group, agent)).toList();
  }
}
