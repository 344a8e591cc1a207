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
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Tells the waiting buyers of this node where they stand, and the staff how the groups do: at most once per sweep and
/// only when something has moved. The farther back, the less a place less means: a buyer is told when a twentieth of the
/// way is done, and reminded now and then, so that a long line costs no more than what is seen of it.
final class QueueBoard implements GroupBoard {

  private static final int REMIND_EVERY = 5;
  /// Of so many reminders, a buyer who stands still gets one.
  private static final int REMINDED = 6;
  private static final int NOBODY = -1;
  /// The next sweep goes on.
  private static final int BACK_AT_ONCE = 100;

  private final RedisRoutingScripts scripts;
  private final Places places;
  private final Hub hub;
  /// Touched by the sweep only.
  private final Map<String, String> seen = new HashMap<>();
  private final Map<String, Integer> rounds = new HashMap<>();
  /// By desk and group. Groups are told side by side.
  private final Map<String, Map<ConversationId, Told>> told = new ConcurrentHashMap<>();

  QueueBoard(RedisRoutingScripts scripts, Places places, Hub hub) {
    this.scripts = scripts;
    this.places = places;
    this.hub = hub;
  }

  CompletionStage<Void> update(String desk) {
    int round = rounds.merge(desk, 1, Integer::sum);
    boolean remind = round % REMIND_EVERY == 0;
    return scripts.versions(desk).thenCompose(versions -> Dispatcher.each(versions.entrySet().stream()
        .filter(group -> hasMoved(desk, group) || remind)
        .map(Map.Entry::getKey)
        .toList(), group -> tellAll(desk, group, remind ? round / REMIND_EVERY % REMINDED : NOBODY)));
  }

  private boolean hasMoved(String desk, Map.Entry<String, String> group) {
    if (group.getValue().equals(seen.put(desk + ' ' + group.getKey(), group.getValue()))) {
      return false;
    }
    tell(desk, group.getKey());
    return true;
  }

  private CompletionStage<Void> tellAll(String desk, String group, int reminded) {
    return scripts.standing(desk, group).thenCombine(scripts.waiting(desk, group), Line::new)
        .thenCombine(places.apart(desk, group), (line, apart) -> {
          told.put(desk + ' ' + group,
              tellWaiting(line, apart, told.getOrDefault(desk + ' ' + group, Map.of()), reminded));
          return line.standing().onDuty() == 0 ? List.<ConversationId>of() : present(apart.left());
        })
        .thenCompose(back -> Dispatcher.each(back, id -> places.comeBack(desk, group, id).thenAccept(done -> {})));
  }

  private record Line(Standing standing, List<String> waiting) {}

  /// @return what each who looks was told last
  private Map<ConversationId, Told> tellWaiting(Line line, Places.Apart apart, Map<ConversationId, Told> before,
      int reminded) {
    var now = new HashMap<ConversationId, Told>();
    boolean attended = line.standing().onDuty() > 0;
    int position = 0;
    for (String conversation : line.waiting()) {
      position++;
      boolean need = !apart.late().contains(conversation) && !(attended && apart.left().contains(conversation));
      keep(now, conversation, new Told(need ? position : 0, attended));
    }
    apart.resting().forEach(conversation -> keep(now, conversation, new Told(0, attended)));
    now.replaceAll((id, fresh) -> {
      Told last = before.get(id);
      if (last != null && last.stillHolds(fresh) && Math.floorMod(id.hashCode(), REMINDED) != reminded) {
        return last;
      }
      tell(id, fresh.position(), line.standing());
      return fresh;
    });
    return now;
  }

  private void keep(Map<ConversationId, Told> all, String conversation, Told fresh) {
    var id = new ConversationId(conversation);
    if (hub.isFollowed(new Topic.Buyer(id))) {
      all.put(id, fresh);
    }
  }

  /// Those whose buyers look at them now, on this node: who is there waits like those who come now.
  private List<ConversationId> present(Collection<String> left) {
    return left.stream().map(ConversationId::new).filter(id -> hub.isFollowed(new Topic.Buyer(id))).limit(BACK_AT_ONCE)
        .toList();
  }

  /// @param position 0 where the buyer need not stay: what was written is kept as a message, and the place as well
  private void tell(ConversationId conversation, int position, Standing standing) {
    hub.signalHere(new Topic.Buyer(conversation), position == 0
        ? new Signal.QueuePosition(null, 0, null)
        : new Signal.QueuePosition(position, standing.onDuty(), estimate(position, standing)));
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
