package dev.xiaoer.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.availability.SeatEvent;
import dev.xiaoer.conversation.Conversations.Speaker;
import dev.xiaoer.conversation.Outcome;
import dev.xiaoer.hub.TopicKeys;
import dev.xiaoer.protocol.AvailabilityState;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.Topic;
import dev.xiaoer.redis.ClassRedis;
import io.lettuce.core.Range;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A thousand hang-ups, offers and grace times are armed when the nodes die; others die over them, and each comes once and
/// none early all the same.
class DueAfterDeathTest {

  private static final long SEED = 20_261_127;
  private static final int HANG_UPS = 340;
  private static final int OFFERS = 330;
  private static final int GRACES = 330;
  private static final Duration GRACE = Duration.ofMinutes(2);

  @RegisterExtension
  static final ClassRedis REDIS = ClassRedis.inMemory();

  private final Random chance = new Random(SEED);
  private PlayedDesk desk;
  /// When it is due, by who is hung up.
  private final Map<String, Long> hangUps = new LinkedHashMap<>();
  private final Map<String, Long> graces = new LinkedHashMap<>();
  private final List<ConversationId> left = new ArrayList<>();
  private final Map<String, Long> offers = new LinkedHashMap<>();

  @BeforeEach
  void open() {
    desk = new PlayedDesk(REDIS.link(), "thousand");
  }

  @Test
  void whatIsDueWhenAllNodesAreDeadComesOnceAndNoneEarly() {
    armGraces();
    armHangUps();
    armOffers();
    assertThat(HANG_UPS + OFFERS + GRACES).isEqualTo(1_000);
    for (int minute = 0; minute < 14; minute++) {
      desk.pass(Duration.ofMinutes(1));
      dies(chance.nextInt(400));
      dies(chance.nextInt(3));
      desk.restart();
      desk.ring();
      desk.sweep();
    }
    hangUps.forEach((agent, due) -> cameOnce(new Topic.Agent(desk.id, agent), "\"OVERDUE\"", due));
    graces.forEach((agent, due) -> cameOnce(new Topic.Agent(desk.id, agent), "\"REQUEUED\"", due));
    left.forEach(id -> assertThat(came(new Topic.Staff(id), "AGENT_OVERDUE")).as("seed %d", SEED).hasSize(1));
    offers.forEach((agent, due) -> cameOnce(new Topic.Agent(desk.id, agent), "transfer.ended", due));
    assertThat(REDIS.link().commands().zcard("{d:thousand}:timers").toCompletableFuture().join()).as("left").isZero();
  }

  /// Whoever was hung up for too long, and whose buyers still wait for them.
  private void armGraces() {
    for (int i = 0; i < GRACES; i++) {
      left.add(serves("grace" + i));
      graces.put("grace" + i, hangsUp("grace" + i, Duration.ofSeconds(540 + chance.nextInt(60))) + GRACE.toMillis());
    }
    desk.pass(Duration.ofMinutes(10));
    desk.ring();
    for (int i = 0; i < GRACES; i++) {
      assertThat(desk.standingOf("grace" + i).state()).isEqualTo(AvailabilityState.OVERDUE);
    }
  }

  private void armHangUps() {
    for (int i = 0; i < HANG_UPS; i++) {
      String agent = "away" + i;
      desk.joins(agent, 1, "elsewhere");
      hangUps.put(agent, hangsUp(agent, Duration.ofSeconds(60 + chance.nextInt(540))));
    }
  }

  private void armOffers() {
    for (int i = 0; i < OFFERS; i++) {
      String receiver = "receiver" + i;
      ConversationId id = serves("giver" + i);
      desk.joins(receiver, 1, "elsewhere");
      offers.put(receiver, offers("giver" + i, id, receiver));
      desk.pass(Duration.ofMillis(chance.nextInt(200)));
    }
  }

  /// Takes a buyer; nobody else of the group has a free place.
  private ConversationId serves(String agent) {
    desk.joins(agent, 1, "presale");
    ConversationId id = desk.asks("buyer-of-" + agent, "presale");
    assertThat(desk.agentOf(id)).isEqualTo(agent);
    return id;
  }

  /// @return until when
  private long hangsUp(String agent, Duration length) {
    assertThat(desk.does(agent, new SeatEvent.HangUp("去洗手间", "马上回来", length))).isNull();
    return desk.standingOf(agent).until();
  }

  /// @return when it ends by itself, at the earliest
  private long offers(String giver, ConversationId id, String receiver) {
    long begun = desk.standingOf(receiver).now();
    Outcome outcome = desk.now(desk.node().transfers.offer(new Transfers.Offer(id, new Speaker(desk.id, giver), giver,
        desk.revisionOf(id), desk.ref(), new Receiver.Agent(receiver, false, Set.of("elsewhere")), "退款", "")));
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    return begun + SimulatedNode.TRANSFERS.answer().toMillis();
  }

  /// A node begins to do what is due and dies after so many calls to the store; the last it sent still arrives.
  private void dies(int calls) {
    desk.restart();
    SimulatedNode dying = desk.node();
    dying.ring(desk.id);
    dying.sweep.sweep(desk.id);
    for (int i = 0; i < calls && dying.link.waiting() > 0; i++) {
      dying.link.carryOut(chance.nextInt(dying.link.waiting()));
    }
    dying.link.crash(dying.link.waiting() - 1);
  }

  private static List<String> came(Topic topic, String what) {
    return REDIS.link().commands().xrange(TopicKeys.log(topic), Range.unbounded()).toCompletableFuture().join().stream()
        .map(entry -> entry.getBody().get("e")).filter(event -> event.contains(what)).toList();
  }

  private static void cameOnce(Topic topic, String what, long due) {
    List<String> came = came(topic, what);
    assertThat(came).as("%s of %s, seed %d", what, topic, SEED).hasSize(1);
    long ts = Long.parseLong(came.getFirst().split(" ", 3)[1]);
    assertThat(ts).as("%s of %s, seed %d", what, topic, SEED).isBetween(due, due + Duration.ofMinutes(3).toMillis());
  }
}
