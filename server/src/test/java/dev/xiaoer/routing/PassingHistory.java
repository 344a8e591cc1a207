package dev.xiaoer.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.availability.DeskKeys;
import dev.xiaoer.conversation.ConversationRecord;
import dev.xiaoer.conversation.ConversationRecord.State;
import dev.xiaoer.conversation.Conversations.Speaker;
import dev.xiaoer.hub.TopicKeys;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.Ref;
import dev.xiaoer.protocol.Topic;
import io.lettuce.core.Range;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What agents pass on to each other in one seed's life of a desk, and what both must have heard of it in the end.
final class PassingHistory {

  private final RoutingHistory life;
  private final List<String> staff;
  private final List<Made> made = new ArrayList<>();

  private record Made(Ref transfer, ConversationId conversation, String giver) {}

  PassingHistory(RoutingHistory life, List<String> staff) {
    this.life = life;
    this.staff = staff;
  }

  String offer(SimulatedNode node, @Nullable ConversationId id) {
    ConversationRecord record = life.record(id);
    if (id == null || record == null || record.state() != State.ASSIGNED) {
      return "no offer";
    }
    var one = new Made(life.ref(), id, record.agent());
    made.add(one);
    Receiver to = life.any(List.of(new Receiver.Agent(life.any(staff), true, Set.of()),
        new Receiver.Group(life.any(RoutingHistory.GROUPS), Set.copyOf(staff))));
    node.transfers.offer(new Transfers.Offer(id, new Speaker(life.desk, one.giver()), one.giver(), record.revision(),
        one.transfer(), to, "售后", ""));
    return "offer by " + one.giver();
  }

  String answer(SimulatedNode node) {
    if (made.isEmpty()) {
      return "no answer";
    }
    Made one = life.any(made.subList(Math.max(0, made.size() - 3), made.size()));
    var receiver = new Speaker(life.desk, life.any(staff));
    if (life.any(List.of(true, true, false))) {
      node.transfers.accept(one.conversation(), one.transfer(), receiver);
    } else {
      node.transfers.refuse(one.conversation(), one.transfer(), receiver, null);
    }
    return "answer by " + receiver.id();
  }

  String withdraw(SimulatedNode node) {
    if (!made.isEmpty()) {
      Made one = life.any(made);
      node.transfers.withdraw(one.conversation(), one.transfer(), new Speaker(life.desk, one.giver()));
    }
    return "withdrawal";
  }

  /// Every offer that was made ends, and all who are part of it hear of it once.
  void comeToRest(SimulatedNode node) {
    life.redis.commands().hincrby(DeskKeys.prefix(life.desk) + ":clock", "ahead", Duration.ofMinutes(1).toMillis())
        .toCompletableFuture().join();
    for (int i = 0; i < 2; i++) {
      node.ring(life.desk);
      node.finish();
      life.checkNumbers("the last bell");
    }
    assertThat(life.state().held().values()).as("seed %d: held places", life.seed).allMatch(Set::isEmpty);
    List<String> told = staff.stream().flatMap(agent -> heard(agent).stream()).toList();
    for (Made one : made) {
      long offered = told.stream().filter(event -> isOf(event, one, "transfer.offered")).count();
      assertThat(offered).as("seed %d: offers of %s", life.seed, one).isLessThanOrEqualTo(1);
      assertThat(told.stream().filter(event -> isOf(event, one, "transfer.ended")).count())
          .as("seed %d: ends of %s", life.seed, one).isEqualTo(2 * offered);
      assertThat(heard(one.giver()).stream().filter(event -> isOf(event, one, "transfer.ended")).count())
          .as("seed %d: the giver of %s", life.seed, one).isEqualTo(offered);
    }
  }

  private List<String> heard(String agent) {
    return life.redis.commands().xrange(TopicKeys.log(new Topic.Agent(life.desk, agent)), Range.unbounded())
        .toCompletableFuture().join().stream().map(entry -> entry.getBody().toString()).toList();
  }

  private static boolean isOf(String event, Made one, String type) {
    return event.contains("\"" + type + "\",\"transfer\":\"" + one.transfer() + "\"");
  }
}
