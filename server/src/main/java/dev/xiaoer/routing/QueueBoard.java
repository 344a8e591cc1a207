package dev.xiaoer.routing;

import dev.xiaoer.hub.Hub;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.Signal;
import dev.xiaoer.protocol.Topic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// Tells the waiting buyers of this node where they stand, and the staff how the groups do: at most once per sweep and
/// only when something has moved. Buyers are also reminded after a while: one who has just come back wants to know.
final class QueueBoard implements GroupBoard {

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
    return scripts.versions(desk).thenCompose(versions -> Dispatcher.each(versions.entrySet().stream()
        .filter(group -> hasMoved(desk, group) || remind)
        .map(Map.Entry::getKey)
        .toList(),
        group -> scripts.standing(desk, group).thenCombine(scripts.waiting(desk, group), this::tellWaiting)
            .thenAccept(told -> {})));
  }

  private boolean hasMoved(String desk, Map.Entry<String, String> group) {
    if (group.getValue().equals(seen.put(desk + ' ' + group.getKey(), group.getValue()))) {
      return false;
    }
    tell(desk, group.getKey());
    return true;
  }

  private int tellWaiting(Standing standing, List<String> waiting) {
    int position = 0;
    for (String conversation : waiting) {
      position++;
      tell(new ConversationId(conversation), position, standing);
    }
    return position;
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
          new Signal.GroupChanged(standing.waiting(), standing.onDuty())));
    }
  }
}
