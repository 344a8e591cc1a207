package dev.xiaoer.routing;

import dev.xiaoer.hub.Hub;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.Signal;
import dev.xiaoer.protocol.Topic;
import java.util.Collection;
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
  private final Places places;
  private final Hub hub;
  /// Touched by the sweep only.
  private final Map<String, String> seen = new HashMap<>();
  private final Map<String, Integer> rounds = new HashMap<>();

  QueueBoard(RedisRoutingScripts scripts, Places places, Hub hub) {
    this.scripts = scripts;
    this.places = places;
    this.hub = hub;
  }

  CompletionStage<Void> update(String desk) {
    boolean remind = rounds.merge(desk, 1, Integer::sum) % REMIND_EVERY == 0;
    return scripts.versions(desk).thenCompose(versions -> Dispatcher.each(versions.entrySet().stream()
        .filter(group -> hasMoved(desk, group) || remind)
        .map(Map.Entry::getKey)
        .toList(), group -> tellAll(desk, group)));
  }

  private boolean hasMoved(String desk, Map.Entry<String, String> group) {
    if (group.getValue().equals(seen.put(desk + ' ' + group.getKey(), group.getValue()))) {
      return false;
    }
    tell(desk, group.getKey());
    return true;
  }

  private CompletionStage<Void> tellAll(String desk, String group) {
    return scripts.standing(desk, group).thenCombine(scripts.waiting(desk, group), Line::new)
        .thenCombine(places.apart(desk, group), (line, apart) -> {
          tellWaiting(line, apart);
          apart.resting().forEach(this::tellNobodyComes);
          return line.standing().onDuty() == 0 ? List.<ConversationId>of() : present(apart.left());
        })
        .thenCompose(back -> Dispatcher.each(back, id -> places.comeBack(desk, group, id).thenAccept(done -> {})));
  }

  private record Line(Standing standing, List<String> waiting) {}

  private void tellWaiting(Line line, Places.Apart apart) {
    int position = 0;
    for (String conversation : line.waiting()) {
      position++;
      if (apart.late().contains(conversation)
          || (line.standing().onDuty() > 0 && apart.left().contains(conversation))) {
        tellNobodyComes(conversation);
      } else {
        tell(new ConversationId(conversation), position, line.standing());
      }
    }
  }

  /// Those whose buyers look at them now, on this node: who is there waits like those who come now.
  private List<ConversationId> present(Collection<String> left) {
    return left.stream().map(ConversationId::new).filter(id -> hub.isFollowed(new Topic.Buyer(id))).toList();
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
          new Signal.GroupChanged(standing.waiting(), standing.onDuty())));
    }
  }
}
