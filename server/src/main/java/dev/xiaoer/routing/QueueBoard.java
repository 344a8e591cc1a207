package dev.xiaoer.routing;

import dev.xiaoer.groups.DeskRules;
import dev.xiaoer.groups.GroupRules;
import dev.xiaoer.hub.Hub;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.Signal;
import dev.xiaoer.protocol.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// Tells the waiting buyers of this node where they stand, and the staff how the groups do: at most once per sweep and
/// only when something has moved. Buyers are also reminded after a while: one who has just come back wants to know.
final class QueueBoard implements GroupBoard {

  private static final int REMIND_EVERY = 5;

  private final RedisRoutingScripts scripts;
  private final DeskRules rules;
  private final Hub hub;
  /// Touched by the sweep only.
  private final Map<String, String> seen = new HashMap<>();
  private final Map<String, Integer> rounds = new HashMap<>();

  QueueBoard(RedisRoutingScripts scripts, DeskRules rules, Hub hub) {
    this.scripts = scripts;
    this.rules = rules;
    this.hub = hub;
  }

  CompletionStage<Void> update(String desk) {
    boolean remind = rounds.merge(desk, 1, Integer::sum) % REMIND_EVERY == 0;
    return scripts.versions(desk).thenCompose(versions -> Dispatcher.each(versions.entrySet().stream()
        .filter(group -> hasMoved(desk, group) || remind)
        .map(Map.Entry::getKey)
        .toList(), group -> tellAll(desk, group)));
  }

  private CompletionStage<Void> tellAll(String desk, String group) {
    GroupRules settled = rules.of(desk, group);
    Duration longest = settled.queue().longest();
    CompletionStage<Set<String>> late = longest == null
        ? CompletableFuture.completedStage(Set.of())
        : scripts.late(desk, longest);
    return late.thenCompose(these -> scripts.standing(desk, group).thenAccept(standing -> tellWaiting(standing, these)))
        .thenCompose(told -> settled.hours().isAlways()
            ? CompletableFuture.completedStage(null)
            : scripts.pool(desk, group).thenAccept(resting -> resting.forEach(this::tellNobodyComes)));
  }

  private boolean hasMoved(String desk, Map.Entry<String, String> group) {
    if (group.getValue().equals(seen.put(desk + ' ' + group.getKey(), group.getValue()))) {
      return false;
    }
    tell(desk, group.getKey());
    return true;
  }

  private void tellWaiting(Standing standing, Set<String> late) {
    int position = 0;
    for (String conversation : standing.waiting()) {
      position++;
      if (late.contains(conversation)) {
        tellNobodyComes(conversation);
      } else {
        tell(new ConversationId(conversation), position, standing);
      }
    }
  }

  /// The buyer need not stay: what was written is kept as a message. The place is kept as well.
  private void tellNobodyComes(String conversation) {
    hub.signalHere(new Topic.Buyer(new ConversationId(conversation)), new Signal.QueuePosition(null, 0, null));
  }

  private void tell(ConversationId conversation, int position, Standing standing) {
    hub.signalHere(new Topic.Buyer(conversation), new Signal.QueuePosition(position, standing.onDuty(),
        estimate(position, standing)));
  }

  private static @Nullable Integer estimate(int position, Standing standing) {
    return standing.onDuty() == 0 ? null : standing.pace().seconds(position);
  }

  /// @param position 0 when the conversation does not wait: then there is nothing to tell
  void tell(String desk, String group, ConversationId conversation, int position) {
    if (position > 0 && hub.isFollowed(new Topic.Buyer(conversation))) {
      scripts.standing(desk, group).thenAccept(standing -> tell(conversation, position, standing));
    }
  }

  @Override
  public void tell(String desk, String group) {
    var topic = new Topic.Group(desk, group);
    if (hub.isFollowed(topic)) {
      scripts.standing(desk, group).thenAccept(standing -> hub.signalHere(topic,
          new Signal.GroupChanged(standing.waiting().size(), standing.onDuty())));
    }
  }
}
