package dev.xiaoer.replies;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Changes of rules by their ids: of the whole desk, by group, by agent. The nearer one goes before the wider.
public record Overrides(
    Map<String, Override> desk,
    Map<String, Map<String, Override>> groups,
    Map<String, Map<String, Override>> agents) {

  public static final Overrides NONE = new Overrides(Map.of(), Map.of(), Map.of());

  public Overrides {
    desk = Map.copyOf(desk);
    groups = Map.copyOf(groups);
    agents = Map.copyOf(agents);
  }

  /// @param group of the conversation, if any
  /// @param agent who serves it, if anybody
  Rule apply(Rule rule, @Nullable String group, @Nullable String agent) {
    return rule.with(desk.get(rule.id()), Level.DESK)
        .with(of(groups, group).get(rule.id()), Level.GROUP)
        .with(of(agents, agent).get(rule.id()), Level.AGENT);
  }

  /// These, and where the others change the same rule at the same level, the others.
  public Overrides and(Overrides others) {
    return new Overrides(joined(desk, others.desk), joinedByName(groups, others.groups),
        joinedByName(agents, others.agents));
  }

  private static Map<String, Override> of(Map<String, Map<String, Override>> byName, @Nullable String name) {
    return name == null ? Map.of() : byName.getOrDefault(name, Map.of());
  }

  private static Map<String, Override> joined(Map<String, Override> some, Map<String, Override> others) {
    var all = new HashMap<>(some);
    all.putAll(others);
    return Map.copyOf(all);
  }

  private static Map<String, Map<String, Override>> joinedByName(
      Map<String, Map<String, Override>> some, Map<String, Map<String, Override>> others) {
    var all = new HashMap<>(some);
    others.forEach((name, changes) -> all.merge(name, changes, Overrides::joined));
    return all;
  }
}
