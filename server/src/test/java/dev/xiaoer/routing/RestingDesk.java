package dev.xiaoer.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.availability.Agent;
import dev.xiaoer.availability.DeskKeys;
import dev.xiaoer.conversation.ConversationRecord;
import dev.xiaoer.conversation.ConversationRecord.State;
import dev.xiaoer.protocol.AvailabilityState;
import dev.xiaoer.protocol.ConversationId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A desk of which nothing more is asked: the sweeps bring it in line with the records of its conversations.
final class RestingDesk {

  private final RoutingHistory life;
  private final SimulatedNode last;
  private final long seed;
  private final String desk;
  private final Set<ConversationId> conversations;

  RestingDesk(RoutingHistory life, SimulatedNode last) {
    this.life = life;
    this.last = last;
    this.seed = life.seed;
    this.desk = life.desk;
    this.conversations = life.conversations;
  }

  void isAsItsConversationsAre() {
    DeskState end = sweep(4);
    for (String group : RoutingHistory.GROUPS) {
      end.queue(group).forEach(waiting -> assertThat(tried(waiting))
          .as("seed %d: %s waits while these are free, who have not let it lie", seed, waiting)
          .containsAll(end.free(group)));
    }
    assertThat(end.claims()).as("seed %d: claims never recorded", seed).isEmpty();
    conversations.stream().filter(id -> !isClosedWhileItArrived(end, id))
        .forEach(id -> assertThat(atTheDesk(end, id)).as("seed %d: %s", seed, id).isEqualTo(inItsRecord(id)));
    everybodyIsServed();
  }

  /// Who has let a conversation lie does not get it again while others are on duty, also if these have no place.
  private List<String> tried(String conversation) {
    String tried = life.redis.commands().hget(DeskKeys.prefix(desk) + ":tried", conversation).toCompletableFuture()
        .join();
    return tried == null ? List.of() : List.of(tried.split(","));
  }

  private DeskState sweep(int times) {
    for (int i = 0; i < times; i++) {
      last.ring(desk);
      last.sweep.sweep(desk);
      last.finish();
      life.checkNumbers("a last sweep");
    }
    return life.state();
  }

  /// A node that was slow lets a closed conversation wait: nobody notices until its turn comes.
  private boolean isClosedWhileItArrived(DeskState end, ConversationId id) {
    return end.waiting().contains(id.value()) && inItsRecord(id).equals("gone");
  }

  private void everybodyIsServed() {
    last.availability.set(new Agent(desk, RoutingHistory.RELIEF, "小二", Set.copyOf(RoutingHistory.GROUPS), 1_000),
        AvailabilityState.ONLINE);
    last.finish();
    DeskState end = sweep(2);
    assertThat(end.waiting()).as("seed %d: waiting though there is room for all", seed).isEmpty();
    conversations.forEach(id -> assertThat(atTheDesk(end, id)).as("seed %d: %s", seed, id).isEqualTo(inItsRecord(id)));
    assertThat(Listed.faults(life.redis, desk, opened())).as("seed %d: lists", seed).isEmpty();
  }

  private Map<ConversationId, ConversationRecord> opened() {
    var opened = new HashMap<ConversationId, ConversationRecord>();
    for (ConversationId id : conversations) {
      ConversationRecord record = life.record(id);
      if (record != null) {
        opened.put(id, record);
      }
    }
    return opened;
  }

  private static String atTheDesk(DeskState desk, ConversationId id) {
    if (desk.waiting().contains(id.value())) {
      return "WAITING";
    }
    return desk.owners().containsKey(id.value()) ? "ASSIGNED to " + desk.owner(id.value()) : "gone";
  }

  private String inItsRecord(ConversationId id) {
    ConversationRecord record = life.record(id);
    if (record == null || record.state() == State.CLOSED) {
      return "gone";
    }
    return record.state() == State.WAITING ? "WAITING" : "ASSIGNED to " + record.agent();
  }
}
