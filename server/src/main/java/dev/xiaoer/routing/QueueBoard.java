package dev.xiaoer.routing;

import dev.xiaoer.hub.Hub;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.Signal;
import dev.xiaoer.protocol.Topic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/// Tells the waiting buyers of this node where they stand, at most once per sweep and only when something has moved or
/// a while has passed: a buyer who has just come back wants to know as well.
final class QueueBoard {

  private static final int REMIND_EVERY = 5;

  private final RedisRoutingScripts scripts;
  private final Hub hub;
  /// Touched by the sweep only.
  private final Map<String, String> seen = new HashMap<>();
  private final Map<String, Integer> rounds = new HashMap<>();

  QueueBoard(RedisRoutingScripts scripts, Hub hub) {
    this.scripts = scripts;
    this.hub = hub;
  }

  CompletionStage<Void> update(String desk) {
    boolean remind = rounds.merge(desk, 1, Integer::sum) % REMIND_EVERY == 0;
    return scripts.versions(desk).thenCompose(versions -> Dispatcher.all(versions.entrySet().stream()
        .filter(group -> !group.getValue().equals(seen.put(desk + ' ' + group.getKey(), group.getValue())) || remind)
        .map(group -> tellGroup(desk, group.getKey()))
        .toList()));
  }

  private CompletionStage<Void> tellGroup(String desk, String group) {
    return scripts.queue(desk, group).thenCombine(scripts.onDuty(desk, group), (waiting, onDuty) -> {
      tellAll(waiting, Math.toIntExact(onDuty));
      return null;
    });
  }

  private void tellAll(List<String> waiting, int onDuty) {
    int position = 0;
    for (String conversation : waiting) {
      position++;
      tell(new ConversationId(conversation), position, onDuty);
    }
  }

  /// @param position 0 when the conversation does not wait: then there is nothing to tell
  void tell(ConversationId conversation, int position, int onDuty) {
    if (position > 0) {
      hub.signalHere(new Topic.Buyer(conversation), new Signal.QueuePosition(position, onDuty, null));
    }
  }
}
