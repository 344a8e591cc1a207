package dev.xiaoer.routing;

import dev.xiaoer.groups.DeskRules;
import dev.xiaoer.groups.GroupRules;
import dev.xiaoer.groups.Overflow;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/// What the rules of groups ask to be done at the desk: weights lie beside the seats, and whoever has waited for long
/// waits for the agents of another group as well. Any thread.
final class AppliedRules {

  private static final int AT_ONCE = 1_000;

  /// The versions of the rules whose weights this node knows to be in the store.
  private final Map<String, Long> weighed = new ConcurrentHashMap<>();
  private final DeskRules rules;
  private final RedisRoutingScripts scripts;

  AppliedRules(DeskRules rules, RedisRoutingScripts scripts) {
    this.rules = rules;
    this.scripts = scripts;
  }

  CompletionStage<Void> apply(String desk) {
    return Dispatcher.each(rules.all(desk),
        group -> weigh(desk, group).thenCompose(weighed -> spill(desk, group)));
  }

  private CompletionStage<Void> weigh(String desk, GroupRules group) {
    String key = desk + ' ' + group.group();
    return weighed.getOrDefault(key, 0L) >= group.version()
        ? CompletableFuture.completedStage(null)
        : scripts.weigh(desk, group).thenAccept(done -> weighed.merge(key, group.version(), Math::max));
  }

  private CompletionStage<Void> spill(String desk, GroupRules group) {
    Overflow overflow = group.overflow();
    return overflow == null || overflow.group().equals(group.group())
        ? CompletableFuture.completedStage(null)
        : scripts.spill(desk, group.group(), overflow, AT_ONCE).thenCompose(spilled -> spilled < AT_ONCE
            ? CompletableFuture.completedStage(null)
            : spill(desk, group));
  }
}
