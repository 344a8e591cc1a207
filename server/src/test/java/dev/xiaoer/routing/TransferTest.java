package dev.xiaoer.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.availability.Agent;
import dev.xiaoer.availability.DeskKeys;
import dev.xiaoer.conversation.ConversationRecord;
import dev.xiaoer.conversation.Conversations.Speaker;
import dev.xiaoer.conversation.Opening;
import dev.xiaoer.conversation.Outcome;
import dev.xiaoer.hub.TopicKeys;
import dev.xiaoer.protocol.AvailabilityState;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.ForBuyer.BuyerCard;
import dev.xiaoer.protocol.Ref;
import dev.xiaoer.protocol.Refusal;
import dev.xiaoer.protocol.Topic;
import dev.xiaoer.redis.ClassRedis;
import io.lettuce.core.Range;
import io.lettuce.core.ZAddArgs;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Rule C2, on two nodes: li has a conversation and offers it to wang, who has two places.
class TransferTest {

  private static final Receiver WANG = new Receiver.Agent("wang", false, Set.of("group"));
  private static final Duration OFFER = SimulatedNode.TRANSFERS.answer();

  @RegisterExtension
  static final ClassRedis REDIS = ClassRedis.onDisk();

  private static int desks;

  private String desk;
  private SimulatedNode node;
  private SimulatedNode other;
  private ConversationId conversation;
  private int refs;

  @BeforeEach
  void open() {
    desk = "passing" + desks++;
    refs = 0;
    node = new SimulatedNode(REDIS.link(), desks, Duration.ZERO);
    other = new SimulatedNode(REDIS.link(), desks + 1_000L, Duration.ZERO);
    is("li", 5, Set.of("group"));
    conversation = asks("anna");
    is("wang", 2, Set.of("group"));
  }

  private ConversationId asks(String buyer) {
    var opening = new Opening(desk, "shop-" + desk, "group", new BuyerCard(buyer, null), ref(), "在吗");
    assertThat(run(node, node.reception.start(opening))).isInstanceOf(Outcome.Done.class);
    return ConversationIds.openedBy(opening.shop(), buyer, opening.ref());
  }

  private void is(String agent, int cap, Set<String> groups) {
    node.availability.set(new Agent(desk, agent, "小" + agent, groups, cap), AvailabilityState.ONLINE);
    node.finish();
  }

  private Ref ref() {
    return new Ref("%s-%06d-0000000".formatted(desk, refs++));
  }

  private static <T> T run(SimulatedNode node, CompletionStage<T> stage) {
    CompletableFuture<T> answer = stage.toCompletableFuture();
    node.finish();
    return answer.join();
  }

  private Speaker as(String agent) {
    return new Speaker(desk, agent);
  }

  private ConversationRecord record() {
    return Objects.requireNonNull(run(node, node.conversations.find(conversation)));
  }

  private Outcome offers(String giver, Ref ref, Receiver to) {
    return run(node, node.transfers.offer(new Transfers.Offer(conversation, as(giver), "小" + giver,
        record().revision(), ref, to, "退款", "-7777777 请核对")));
  }

  private Ref offered(String giver, Receiver to) {
    Ref ref = ref();
    assertThat(offers(giver, ref, to)).isInstanceOf(Outcome.Done.class);
    return ref;
  }

  private Outcome accepts(String agent, Ref transfer) {
    return run(other, other.transfers.accept(conversation, transfer, as(agent)));
  }

  private void later(Duration time) {
    REDIS.link().commands().hincrby(DeskKeys.prefix(desk) + ":clock", "ahead", time.toMillis()).toCompletableFuture()
        .join();
  }

  /// Both nodes look after what is due and what is unfinished.
  private void look() {
    for (SimulatedNode one : List.of(other, node)) {
      run(one, one.ring(desk));
      run(one, one.sweep.sweep(desk));
    }
  }

  private DeskState state() {
    DeskState state = DeskState.of(REDIS.link(), desk, List.of("group", "aftersale"), List.of("li", "wang", "zhao"));
    assertThat(state.faults()).isEmpty();
    return state;
  }

  private List<String> log(Topic topic) {
    return REDIS.link().commands().xrange(TopicKeys.log(topic), Range.unbounded()).toCompletableFuture().join().stream()
        .map(entry -> entry.getBody().toString()).toList();
  }

  private long heard(String agent, String what) {
    return log(new Topic.Agent(desk, agent)).stream().filter(event -> event.contains(what)).count();
  }

  private long explained(String how) {
    return log(new Topic.Staff(conversation)).stream().filter(event -> event.contains("\"how\":\"" + how + "\""))
        .count();
  }

  private void endedOnceFor(String how, String... agents) {
    for (String agent : agents) {
      assertThat(heard(agent, "transfer.ended")).as(agent).isEqualTo(1);
      assertThat(heard(agent, "\"how\":\"" + how + "\"")).as(agent).isEqualTo(1);
    }
    assertThat(explained(how)).isEqualTo(1);
    assertThat(state().held().get("wang")).isEmpty();
    assertThat(REDIS.link().commands().zcard(DeskKeys.prefix(desk) + ":timers").toCompletableFuture().join()).isZero();
  }

  private static void isRefused(Outcome outcome, Refusal code) {
    assertThat(outcome).isEqualTo(new Outcome.Refused(code));
  }

  @Test
  void whatIsAcceptedIsTheReceiversAndTheBuyerReadsOneLine() {
    Ref transfer = offered("li", WANG);
    assertThat(heard("wang", "transfer.offered")).isEqualTo(1);
    assertThat(state().owner(conversation.value())).as("until then").isEqualTo("li");
    assertThat(record().agent()).isEqualTo("li");
    long before = record().revision();
    long asked = record().asked();

    assertThat(accepts("wang", transfer)).isInstanceOf(Outcome.Done.class);
    assertThat(accepts("wang", transfer)).as("the answer was lost").isInstanceOf(Outcome.Done.class);
    assertThat(offers("li", transfer, WANG)).as("so was the offer's").isInstanceOf(Outcome.Done.class);

    assertThat(record().agent()).isEqualTo("wang");
    assertThat(record().revision()).isEqualTo(before + 1);
    assertThat(record().hops()).isEqualTo(1);
    assertThat(state().owner(conversation.value())).isEqualTo("wang");
    endedOnceFor("ACCEPTED", "li", "wang");
    assertThat(heard("li", "TRANSFERRED")).isEqualTo(1);
    assertThat(heard("wang", "conversation.given")).isEqualTo(1);
    assertThat(log(new Topic.Buyer(conversation)).stream().filter(event -> event.contains("conversation.transferred")))
        .hasSize(1);
    assertThat(log(new Topic.Buyer(conversation)).toString()).doesNotContain("退款");
    assertThat(log(new Topic.Staff(conversation)).toString()).as("whose round it is")
        .contains("\"note\":\"-7777777 请核对\"").contains("\"asked\":" + asked + "}");
    assertThat(REDIS.link().commands().hget("{c:" + conversation + "}:record", "asked_of").toCompletableFuture().join())
        .isEqualTo(asked + " li");
  }

  @Test
  void aRefusedOrWithdrawnOfferLeavesEverythingAsItWas() {
    Ref refused = offered("li", WANG);
    assertThat(run(other, other.transfers.refuse(conversation, refused, as("wang"), "忙"))).isInstanceOf(
        Outcome.Done.class);
    endedOnceFor("REFUSED", "li", "wang");
    isRefused(accepts("wang", refused), Refusal.STALE);

    open();
    Ref withdrawn = offered("li", WANG);
    isRefused(run(other, other.transfers.withdraw(conversation, withdrawn, as("wang"))), Refusal.NOT_FOUND);
    assertThat(run(other, other.transfers.withdraw(conversation, withdrawn, as("li")))).isInstanceOf(
        Outcome.Done.class);
    endedOnceFor("WITHDRAWN", "li", "wang");
    assertThat(record().agent()).isEqualTo("li");
    assertThat(record().hops()).isZero();
    offered("li", WANG);
  }

  @Test
  void anOfferExpiresWhenItsTimeIsOverAndNotBefore() {
    Ref transfer = offered("li", WANG);
    later(OFFER.minusSeconds(2));
    look();
    assertThat(heard("li", "transfer.ended")).isZero();
    isRefused(offers("li", ref(), WANG), Refusal.TRANSFER_PENDING);
    later(Duration.ofSeconds(3));
    isRefused(accepts("wang", transfer), Refusal.STALE);
    look();
    look();
    endedOnceFor("EXPIRED", "li", "wang");
    isRefused(accepts("wang", transfer), Refusal.STALE);
    assertThat(record().agent()).isEqualTo("li");
  }

  @Test
  void whicheverOfAcceptanceAndExpiryComesFirstDecides() {
    Ref transfer = offered("li", WANG);
    var accepted = other.transfers.accept(conversation, transfer, as("wang")).toCompletableFuture();
    other.link.carryOut(0); // decided, not recorded
    later(OFFER.plusSeconds(1));
    run(node, node.ring(desk)); // which finds it accepted, and records it
    other.finish();
    assertThat(accepted.join()).isInstanceOf(Outcome.Done.class);
    endedOnceFor("ACCEPTED", "li", "wang");

    open();
    Ref late = offered("li", WANG);
    var tooLate = other.transfers.accept(conversation, late, as("wang")).toCompletableFuture();
    later(OFFER.plusSeconds(1));
    run(node, node.ring(desk));
    other.finish();
    isRefused(tooLate.join(), Refusal.STALE);
    endedOnceFor("EXPIRED", "li", "wang");
  }

  @Test
  void aHeldPlaceIsGivenToNobodyElse() {
    asks("bo"); // wang's, who had nobody
    assertThat(state().owned().get("wang")).hasSize(1);
    Ref transfer = offered("li", WANG);
    assertThat(state().free("group")).containsExactly("li");
    REDIS.link().commands().hset(DeskKeys.prefix(desk) + ":seat:li", "cap", "1").toCompletableFuture().join();
    run(node, node.availability.set(new Agent(desk, "li", "小李", Set.of("group"), 1), AvailabilityState.ONLINE));
    ConversationId waiting = asks("chen");
    assertThat(state().waiting()).containsExactly(waiting.value());
    isRefused(run(other, other.transfers.offer(new Transfers.Offer(conversation, as("li"), "小李", record().revision(),
        ref(), new Receiver.Group("group", Set.of()), "退款", ""))), Refusal.TRANSFER_PENDING);
    run(other, other.transfers.refuse(conversation, transfer, as("wang"), null));
    assertThat(state().owner(waiting.value())).as("who waited gets the place").isEqualTo("wang");
    isRefused(offers("li", ref(), WANG), Refusal.NOT_AVAILABLE);
  }

  @Test
  void aGroupsFreeAgentIsAskedAndTheConversationIsThatGroupsThen() {
    is("zhao", 2, Set.of("aftersale"));
    Ref transfer = offered("li", new Receiver.Group("aftersale", Set.of()));
    assertThat(heard("zhao", "transfer.offered")).isEqualTo(1);
    assertThat(accepts("zhao", transfer)).isInstanceOf(Outcome.Done.class);
    assertThat(record().card().group()).isEqualTo("aftersale");
    assertThat(run(node, node.conversations.card(conversation))).isEqualTo(record().card());
    assertThat(state().groups()).containsEntry(conversation.value(), "aftersale");
    endedOnceFor("ACCEPTED", "li", "zhao");

    REDIS.link().commands().zadd(DeskKeys.prefix(desk) + ":leases", ZAddArgs.Builder.xx(), 1, "zhao")
        .toCompletableFuture()
        .join();
    look();
    assertThat(state().queue("aftersale")).as("nobody is there any more").containsExactly(conversation.value());
    is("zhao", 2, Set.of("aftersale"));
    look();
    assertThat(state().owner(conversation.value())).isEqualTo("zhao");
  }

  @Test
  void aGroupAsksSomebodyElseThanWhoHasRefused() {
    is("zhao", 2, Set.of("group"));
    Ref transfer = offered("li", WANG);
    run(other, other.transfers.refuse(conversation, transfer, as("wang"), "忙"));
    Ref again = offered("li", new Receiver.Group("group", Set.of()));
    assertThat(heard("zhao", "transfer.offered")).isEqualTo(1);
    run(other, other.transfers.refuse(conversation, again, as("zhao"), null));
    offered("li", new Receiver.Group("group", Set.of()));
    assertThat(heard("wang", "transfer.offered")).as("nobody else is left").isEqualTo(2);
  }

  @Test
  void aGroupAsksSomebodyElseThanWhoLetItLie() {
    REDIS.link().commands().hset(DeskKeys.prefix(desk) + ":tried", conversation.value(), "wang").toCompletableFuture()
        .join();
    is("zhao", 1, Set.of("group"));
    offered("li", new Receiver.Group("group", Set.of()));
    assertThat(heard("wang", "transfer.offered")).isZero();
    assertThat(heard("zhao", "transfer.offered")).isEqualTo(1);
  }

  @Test
  void fromTheThirdHopOnOnlyASupervisorTakesIt() {
    accepts("wang", offered("li", WANG));
    accepts("li", offered("wang", new Receiver.Agent("li", false, Set.of("group"))));
    isRefused(offers("li", ref(), WANG), Refusal.NEEDS_SUPERVISOR);
    isRefused(offers("li", ref(), new Receiver.Group("group", Set.of())), Refusal.NEEDS_SUPERVISOR);
    isRefused(offers("li", ref(), new Receiver.Group("group", Set.of("lead"))), Refusal.NOT_AVAILABLE);
    is("lead", 2, Set.of("group"));
    offered("li", new Receiver.Group("group", Set.of("lead")));
    assertThat(heard("lead", "transfer.offered")).isEqualTo(1);
    assertThat(heard("wang", "transfer.offered")).isEqualTo(1);
  }

  @Test
  void anOfferEndsWithItsGiverAndWithItsReceiver() {
    offered("li", WANG);
    REDIS.link().commands().zadd(DeskKeys.prefix(desk) + ":leases", ZAddArgs.Builder.xx(), 1, "li")
        .toCompletableFuture()
        .join();
    look();
    endedOnceFor("WITHDRAWN", "li", "wang");
    assertThat(state().owner(conversation.value())).as("it waited, and a place was free").isEqualTo("wang");

    open();
    offered("li", WANG);
    run(node, node.reception.close(conversation, as("li"), record().revision(), ref(), null));
    look();
    endedOnceFor("WITHDRAWN", "li", "wang");

    open();
    offered("li", WANG);
    run(node, node.availability.set(new Agent(desk, "wang", "小王", Set.of("group"), 2), AvailabilityState.OFFLINE));
    look();
    endedOnceFor("EXPIRED", "li", "wang");
    assertThat(record().agent()).isEqualTo("li");
  }

  @Test
  void whoClosesItBeforeTheAcceptanceIsRecordedHasClosedIt() {
    Ref transfer = offered("li", WANG);
    long revision = record().revision();
    var accepted = other.transfers.accept(conversation, transfer, as("wang")).toCompletableFuture();
    other.link.carryOut(0);
    assertThat(run(node, node.reception.close(conversation, as("li"), revision, ref(), null))).isInstanceOf(
        Outcome.Done.class);
    other.finish();
    isRefused(accepted.join(), Refusal.CLOSED);
    endedOnceFor("WITHDRAWN", "li", "wang");
    assertThat(heard("li", "\"CLOSED\"")).isEqualTo(1);
    assertThat(state().owners()).isEmpty();
  }

  /// Killed behind every single call; the other node looks after it, and the client repeats the command.
  @Test
  void whereverANodeDiesTheTransferIsFinishedOnce() {
    diesEverywhere("ACCEPTED", transfer -> one -> one.transfers.accept(conversation, transfer, as("wang")));
    diesEverywhere("REFUSED", transfer -> one -> one.transfers.refuse(conversation, transfer, as("wang"), "忙"));
    diesEverywhere("WITHDRAWN", transfer -> one -> one.transfers.withdraw(conversation, transfer, as("li")));
  }

  private void diesEverywhere(String how, Function<Ref, Function<SimulatedNode, CompletionStage<Outcome>>> answers) {
    int calls = 0;
    boolean died = true;
    while (died) {
      open();
      var answer = answers.apply(offered("li", WANG));
      var _ = answer.apply(node);
      for (int i = 0; i < calls && node.link.waiting() > 0; i++) {
        node.link.carryOut(0);
      }
      died = node.link.waiting() > 0;
      node.link.crash(node.link.waiting() - 1);
      look();
      assertThat(run(other, answer.apply(other))).as("%s, killed after %d calls", how, calls)
          .isInstanceOf(Outcome.Done.class);
      endedOnceFor(how, "li", "wang");
      assertThat(state().owner(conversation.value())).isEqualTo(how.equals("ACCEPTED") ? "wang" : "li")
          .isEqualTo(record().agent());
      calls++;
    }
    assertThat(calls).as(how).isGreaterThan(4);
  }
}
