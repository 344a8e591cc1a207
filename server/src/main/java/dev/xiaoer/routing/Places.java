package dev.xiaoer.routing;

import dev.xiaoer.groups.DeskRules;
import dev.xiaoer.groups.GroupRules;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.routing.RedisRoutingScripts.Arrived;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Who stands where: buyers who wait, and behind them the messages left while nobody would come soon. What was left while
/// a group is closed rests in its pool until it opens.
final class Places {

  private final RedisRoutingScripts scripts;
  private final DeskRules rules;
  private final Duration turn;

  Places(RedisRoutingScripts scripts, DeskRules rules, PoolSettings settings) {
    this.scripts = scripts;
    this.rules = rules;
    this.turn = settings.turn();
  }

  /// The desk's time is asked for only where hours are kept: a buyer who comes is not to wait for more than needed.
  CompletionStage<Arrived> arrive(String desk, ConversationId conversation, String group, int priority, long mark) {
    GroupRules settled = rules.of(desk, group);
    CompletionStage<Boolean> open = settled.hours().isAlways()
        ? CompletableFuture.completedStage(true)
        : scripts.doors(desk, List.of()).thenApply(doors -> settled.hours().isOpen(doors.now()));
    return open.thenCompose(
        is -> scripts.arrive(desk, conversation, group, priority, mark, is, settled.queue().most()));
  }

  /// The buyer looks at the conversation again.
  CompletionStage<?> comeBack(String desk, String group, ConversationId conversation) {
    return scripts.comeBack(desk, conversation, rules.of(desk, group).queue().most());
  }

  /// Gives out what rests in the pools of groups that are open, and lets messages left take their turns.
  CompletionStage<Void> tend(String desk) {
    return scripts.takeTurns(desk, turn).thenCompose(now -> {
      List<String> open = rules.all(desk).stream()
          .filter(group -> group.hours().isOpen(now))
          .map(GroupRules::group)
          .toList();
      return open.isEmpty() ? CompletableFuture.completedStage(null) : scripts.openPools(desk, open);
    }).thenAccept(tended -> {});
  }
}
