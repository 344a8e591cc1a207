package dev.xiaoer.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.availability.Agent;
import dev.xiaoer.availability.DeskKeys;
import dev.xiaoer.conversation.Opening;
import dev.xiaoer.conversation.Outcome;
import dev.xiaoer.groups.GroupRules;
import dev.xiaoer.groups.Hours;
import dev.xiaoer.groups.QueueLimits;
import dev.xiaoer.groups.Span;
import dev.xiaoer.groups.TestRules;
import dev.xiaoer.protocol.AvailabilityState;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.ForBuyer.BuyerCard;
import dev.xiaoer.protocol.Ref;
import dev.xiaoer.protocol.Refusal;
import dev.xiaoer.redis.ClassRedis;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What is written while nobody would come soon, on a real Redis whose desk is moved through the day.
class MessagesLeftTest {

  private static final String GROUP = "group";
  @RegisterExtension
  static final ClassRedis REDIS = ClassRedis.onDisk();

  private static int desks;

  private String desk;
  private TestRules rules;
  private SimulatedNode node;

  @BeforeEach
  void open() {
    desk = "left" + desks++;
    rules = new TestRules();
    node = new SimulatedNode(REDIS.link(), 1_000 + desks, Duration.ZERO, rules);
  }

  private <T> T does(CompletionStage<T> work) {
    CompletableFuture<T> asked = work.toCompletableFuture();
    node.finish();
    return asked.join();
  }

  private ConversationId asks(String buyer) {
    assertThat(does(node.reception.start(opening(buyer)))).isInstanceOf(Outcome.Done.class);
    return idOf(opening(buyer));
  }

  private Opening opening(String buyer) {
    return new Opening(desk, "shop-" + desk, GROUP, new BuyerCard(buyer, null),
        new Ref((buyer + "-".repeat(20)).substring(0, 20)), "在吗");
  }

  private static ConversationId idOf(Opening opening) {
    return ConversationIds.openedBy(opening.shop(), opening.buyer().id(), opening.ref());
  }

  private List<ConversationId> ask(String buyer, int many) {
    return IntStream.range(0, many).mapToObj(i -> asks(buyer + i)).toList();
  }

  private void online(String agent, int cap) {
    does(node.availability.set(new Agent(desk, agent, agent, Set.of(GROUP), cap), AvailabilityState.ONLINE));
  }

  private void sweep() {
    does(node.sweep.sweep(desk));
  }

  /// Agents who are there stay connected meanwhile.
  private void later(Duration time) {
    REDIS.link().commands().hincrby(DeskKeys.prefix(desk) + ":clock", "ahead", time.toMillis()).toCompletableFuture()
        .join();
    for (String agent : List.of("li", "wang")) {
      does(node.availability.connected(desk, agent));
    }
  }

  private String agentOf(ConversationId id) {
    return Objects.requireNonNull(does(node.conversations.find(id))).agent();
  }

  private long given(List<ConversationId> all) {
    return all.stream().filter(one -> !agentOf(one).isEmpty()).count();
  }

  private List<ConversationId> listed() {
    return new RedisDeskConversations(REDIS.link()).waiting(desk, GROUP, 1_000).toCompletableFuture().join();
  }

  private void settle(GroupRules settled) {
    rules.save(desk, settled);
  }

  private Instant now() {
    return does(node.pools.doors(desk, List.of())).now();
  }

  /// Open every day from nine to six; it is ten in the evening.
  private void itIsNight() {
    GroupRules before = rules.of(desk, GROUP);
    var week = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      week.put(day, List.of(new Span(LocalTime.of(9, 0), LocalTime.of(18, 0))));
    }
    settle(new GroupRules(GROUP, before.version(), before.hangUp(), before.breaks(), 0, before.servedLately(), null,
        null, false, before.weights(), new Hours(ZoneOffset.UTC, week, List.of()), before.queue(), before.transfer(),
        before.tiers(), before.signpost()));
    LocalDateTime time = LocalDateTime.ofInstant(now(), ZoneOffset.UTC);
    later(Duration.between(time, time.toLocalDate().plusDays(1).atTime(22, 0)));
  }

  private void limits(QueueLimits limits) {
    GroupRules before = rules.of(desk, GROUP);
    settle(new GroupRules(GROUP, before.version(), before.hangUp(), before.breaks(), 0, before.servedLately(), null,
        null, false, before.weights(), before.hours(), limits, before.transfer(), before.tiers(),
        before.signpost()));
  }

  private Doors.Door door() {
    return Objects.requireNonNull(does(node.doors.of(desk, List.of(GROUP))).get(GROUP));
  }

  @Test
  void whatIsLeftAtNightIsGivenOutInTheMorningOldestFirstAndUpToTheCap() {
    itIsNight();
    online("li", 3);
    List<ConversationId> night = ask("night", 5);
    sweep();
    assertThat(given(night)).as("it is closed, whoever is there").isZero();
    assertThat(listed()).containsExactlyElementsOf(night);
    Doors.Door closed = door();
    assertThat(closed.open()).isFalse();
    assertThat(closed.isForMessages()).isTrue();
    assertThat(Objects.requireNonNull(closed.opensNext()).atOffset(ZoneOffset.UTC).getHour()).isEqualTo(9);

    later(Duration.between(now(), closed.opensNext()).plusSeconds(1));
    sweep();
    assertThat(night.stream().map(this::agentOf)).containsExactly("li", "li", "li", "", "");
    online("wang", 1);
    sweep();
    assertThat(night.stream().map(this::agentOf)).containsExactly("li", "li", "li", "wang", "");
    assertThat(listed()).containsExactly(night.getLast());
    assertThat(door().isForMessages()).isFalse();
    online("wang", 2);
    sweep();
    assertThat(given(night)).as("none is lost").isEqualTo(5);
  }

  @Test
  void whoComesInHoursIsServedBeforeWhatWasLeftWhileNobodyWasThere() {
    List<ConversationId> left = ask("left", 3);
    assertThat(door().isForMessages()).as("nobody is on duty").isTrue();
    online("li", 1);
    sweep();
    assertThat(agentOf(left.getFirst())).isEqualTo("li");
    ConversationId present = asks("present");
    online("li", 2);
    sweep();
    assertThat(agentOf(present)).isEqualTo("li");
    assertThat(given(left)).isEqualTo(1);
    assertThat(listed()).containsExactly(left.get(1), left.get(2));
  }

  /// A day without a pause must not leave it lying.
  @Test
  void nowAndThenTheOldestMessageLeftTakesItsTurn() {
    List<ConversationId> left = ask("left", 2);
    online("li", 0);
    List<ConversationId> present = ask("present", 2);
    sweep();
    later(Duration.ofMinutes(4));
    sweep();
    assertThat(listed().getFirst()).isEqualTo(present.getFirst());
    later(Duration.ofMinutes(1));
    sweep();
    sweep();
    assertThat(listed()).containsExactly(left.get(0), present.get(0), present.get(1), left.get(1));
  }

  @Test
  void whoIsBackWhileSomebodyIsThereWaitsLikeThoseWhoComeNow() {
    List<ConversationId> left = ask("left", 2);
    online("li", 0);
    ConversationId first = asks("first");
    node.reception.comeBack(desk, GROUP, left.get(1));
    node.finish();
    ConversationId second = asks("second");
    assertThat(listed()).containsExactly(first, left.get(1), second, left.getFirst());
  }

  @Test
  void whoWasGivenAMessageLeftAndIsLostGivesItBackInFrontOfThoseWhoCameLater() {
    ConversationId left = asks("left");
    online("li", 1);
    sweep();
    assertThat(agentOf(left)).isEqualTo("li");
    ConversationId present = asks("present");
    later(Duration.ZERO);
    REDIS.link().commands().zadd(DeskKeys.prefix(desk) + ":leases", 1, "li").toCompletableFuture().join();
    sweep();
    assertThat(listed()).containsExactly(left, present);
  }

  @Test
  void whenTooManyWaitTheNextOneLeavesAMessageAndIsServedAfterThem() {
    limits(new QueueLimits(2, null));
    online("li", 1);
    ConversationId served = asks("served");
    assertThat(door().full()).isFalse();
    List<ConversationId> waiting = ask("waiting", 2);
    assertThat(door().full()).isTrue();
    assertThat(door().isForMessages()).isTrue();
    assertThat(does(node.reception.start(opening("left")))).isEqualTo(new Outcome.Refused(Refusal.QUEUE_FULL));
    assertThat(does(node.conversations.find(idOf(opening("left"))))).as("refused, not begun").isNull();
    assertThat(asks("waiting1")).as("a repeat is no newcomer").isEqualTo(waiting.getLast());
    assertThat(does(node.reception.leaveMessage(opening("left")))).isInstanceOf(Outcome.Done.class);
    assertThat(does(node.reception.start(opening("left")))).as("again").isInstanceOf(Outcome.Done.class);
    ConversationId left = idOf(opening("left"));
    assertThat(agentOf(served)).isEqualTo("li");
    does(node.availability.change(new Agent(desk, "li", "li", Set.of(GROUP), 2)));
    sweep();
    ConversationId later = asks("later");
    assertThat(listed()).containsExactly(waiting.getLast(), later, left);
  }

  @Test
  void whoHasWaitedForTooLongKeepsThePlace() {
    limits(new QueueLimits(null, Duration.ofMinutes(10)));
    online("li", 0);
    ConversationId first = asks("first");
    later(Duration.ofMinutes(10));
    ConversationId second = asks("second");
    assertThat(does(node.pools.late(desk, Duration.ofMinutes(10)))).containsExactly(first.value());
    sweep();
    assertThat(listed()).containsExactly(first, second);
  }
}
