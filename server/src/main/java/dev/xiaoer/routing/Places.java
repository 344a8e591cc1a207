package dev.xiaoer.routing;

import dev.xiaoer.conversation.ConversationCard;
import dev.xiaoer.groups.DeskRules;
import dev.xiaoer.groups.GroupRules;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.routing.RedisRoutingScripts.Arrived;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// Who stands where: buyers who wait, and behind them the messages left while nobody would come soon. What was left while
/// a group is closed rests in its pool until it opens.
final class Places {

  private final RedisRoutingScripts scripts;
  private final RedisPoolScripts pools;
  private final DeskRules rules;
  private final Duration turn;

  Places(RedisRoutingScripts scripts, RedisPoolScripts pools, DeskRules rules, PoolSettings settings) {
    this.scripts = scripts;
    this.pools = pools;
    this.rules = rules;
    this.turn = settings.turn();
  }

  /// The desk's time is asked for only where hours are kept: a buyer who comes is not to wait for more than needed.
  CompletionStage<Arrived> arrive(ConversationId id, ConversationCard card, @Nullable String tier, long mark) {
    GroupRules group = rules.of(card.desk(), card.group());
    return isOpen(card.desk(), group).thenCompose(open -> scripts.arrive(id, card, Priorities.of(group, tier),
        group.servedLately(), mark, open, group.queue().most()));
  }

  /// Whether as many wait as may. The desk is asked only where there is a limit.
  CompletionStage<Boolean> isFull(String desk, String group) {
    Integer most = rules.of(desk, group).queue().most();
    return most == null
        ? CompletableFuture.completedStage(false)
        : pools.doors(desk, List.of(group)).thenApply(doors -> doors.groups().getFirst().isFull(most));
  }

  private CompletionStage<Boolean> isOpen(String desk, GroupRules group) {
    return group.hours().anyTime()
        ? CompletableFuture.completedStage(true)
        : pools.doors(desk, List.of()).thenApply(doors -> group.hours().isOpen(doors.now()));
  }

  /// The buyer looks at the conversation again.
  CompletionStage<?> comeBack(String desk, String group, ConversationId conversation) {
    return pools.comeBack(desk, conversation, rules.of(desk, group).queue().most());
  }

  /// Gives out what rests in the pools of groups that are open, and lets messages left take their turns.
  CompletionStage<Void> tend(String desk) {
    return pools.takeTurns(desk, turn).thenCompose(now -> {
      List<String> open = rules.all(desk).stream()
          .filter(group -> group.hours().isOpen(now))
          .map(GroupRules::group)
          .toList();
      return open.isEmpty() ? CompletableFuture.completedStage(null) : pools.openPools(desk, open);
    }).thenAccept(tended -> {});
  }

  /// Those of a group who need not stay.
  ///
  /// @param late who has waited for longer than a buyer is to
  /// @param left messages that wait behind everybody
  /// @param resting messages that wait for the group to open
  record Apart(Set<String> late, Set<String> left, List<String> resting) {}

  CompletionStage<Apart> apart(String desk, String group) {
    GroupRules settled = rules.of(desk, group);
    Duration longest = settled.queue().longest();
    CompletionStage<Set<String>> late = longest == null
        ? CompletableFuture.completedStage(Set.of())
        : pools.late(desk, longest);
    return late.thenCombine(pools.left(desk, group), (these, left) -> new Apart(these, Set.copyOf(left), List.of()))
        .thenCombine(pools.resting(desk, group), (apart, resting) -> new Apart(apart.late(), apart.left(), resting));
  }
}
