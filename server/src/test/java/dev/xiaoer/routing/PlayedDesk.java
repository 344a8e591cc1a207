package dev.xiaoer.routing;

import dev.xiaoer.availability.Agent;
import dev.xiaoer.availability.Availability.Answer;
import dev.xiaoer.availability.Availability.Standing;
import dev.xiaoer.availability.DeskKeys;
import dev.xiaoer.availability.LeaseSettings;
import dev.xiaoer.availability.SeatEvent;
import dev.xiaoer.availability.TestAvailability;
import dev.xiaoer.conversation.ConversationRecord;
import dev.xiaoer.conversation.Conversations.Asker;
import dev.xiaoer.conversation.Conversations.Speaker;
import dev.xiaoer.conversation.Opening;
import dev.xiaoer.conversation.Outcome;
import dev.xiaoer.hub.TopicKeys;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.ForBuyer.BuyerCard;
import dev.xiaoer.protocol.Ref;
import dev.xiaoer.protocol.Refusal;
import dev.xiaoer.protocol.Topic;
import dev.xiaoer.redis.RedisLink;
import dev.xiaoer.redis.Script;
import io.lettuce.core.Range;
import io.lettuce.core.ZAddArgs;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// A desk of its own on which a test plays buyers, agents and the clock; every call is carried out at once.
final class PlayedDesk {

  private static final Script STAND = Script.of(PolicyLife.class, "stand", DeskKeys.PRELUDE);

  final PlainRules rules = new PlainRules();
  final String id;
  private final RedisLink redis;
  private final LeaseSettings leases;
  private final Map<String, Agent> agents = new HashMap<>();
  private SimulatedNode node;
  private int nodes;
  private int refs;

  PlayedDesk(RedisLink redis, String id) {
    this(redis, id, TestAvailability.ENDLESS);
  }

  PlayedDesk(RedisLink redis, String id, LeaseSettings leases) {
    this.redis = redis;
    this.id = id;
    this.leases = leases;
    this.node = start();
  }

  private SimulatedNode start() {
    return new SimulatedNode(redis, id.hashCode() + (long) nodes++, Duration.ofSeconds(5), rules, leases);
  }

  /// The node is gone with all it knew; another one looks after the desk.
  void restart() {
    node = start();
  }

  SimulatedNode node() {
    return node;
  }

  <T> T now(CompletionStage<T> asked) {
    node.finish();
    return asked.toCompletableFuture().join();
  }

  Ref ref() {
    return new Ref("ref-%020d".formatted(refs++));
  }

  void isThere(String agent, int cap, String... groups) {
    joins(agent, cap, groups);
    sweep();
  }

  /// Is online; nobody looks whether somebody waits.
  void joins(String agent, int cap, String... groups) {
    agents.put(agent, new Agent(id, agent, agent, Set.of(groups), cap));
    does(agent, new SeatEvent.GoOnline());
  }

  void is(String agent, String state) {
    redis.write(STAND, List.of(DeskKeys.prefix(id)), agent, state, Long.toString(Duration.ofDays(30).toMillis()))
        .toCompletableFuture().join();
  }

  /// @return why not; null when it is so
  @Nullable
  Refusal does(String agent, SeatEvent.Asked asked) {
    return refused(node.availability.ask(Objects.requireNonNull(agents.get(agent)), ref().value(), asked));
  }

  /// A supervisor decides.
  @Nullable
  Refusal decides(String request, Duration more) {
    return decides(request, more, "chen");
  }

  @Nullable
  Refusal decides(String request, Duration more, String by) {
    return refused(node.availability.decide(id, request, more, by, null));
  }

  private @Nullable Refusal refused(CompletionStage<Answer> asked) {
    return now(asked) instanceof Answer.Refused(var why) ? why : null;
  }

  void connects(String agent) {
    now(node.availability.connected(id, agent));
  }

  Standing standingOf(String agent) {
    return Objects.requireNonNull(now(node.availability.standing(id, agent)));
  }

  /// Whoever is connected stays so.
  void pass(Duration time) {
    now(node.availability.renew());
    redis.commands().hincrby(DeskKeys.prefix(id) + ":clock", "ahead", time.toMillis()).toCompletableFuture().join();
  }

  /// As if nothing had been heard of the agent for long.
  void leaseEnds(String agent) {
    redis.commands().zadd(DeskKeys.prefix(id) + ":leases", ZAddArgs.Builder.xx(), 1, agent).toCompletableFuture()
        .join();
  }

  /// What is due now is done.
  void ring() {
    now(node.ring(id));
  }

  void sweep() {
    now(node.sweep.sweep(id));
  }

  ConversationId asks(String buyer, String group) {
    return asks(buyer, group, null);
  }

  ConversationId asks(String buyer, String group, @Nullable String tier) {
    var opening = new Opening(id, "shop-" + id, group, new BuyerCard(buyer, null), ref(), "在吗", null, null, tier,
        List.of());
    now(node.reception.start(opening));
    return ConversationIds.openedBy(opening.shop(), buyer, opening.ref());
  }

  private ConversationRecord record(ConversationId conversation) {
    return Objects.requireNonNull(now(node.conversations.find(conversation)));
  }

  /// Whose it is; empty while it waits.
  String agentOf(ConversationId conversation) {
    return record(conversation).agent();
  }

  long revisionOf(ConversationId conversation) {
    return record(conversation).revision();
  }

  void says(String agent, ConversationId conversation) {
    now(node.conversations.postAsAgent(conversation, new Speaker(id, agent), record(conversation).revision(), ref(),
        "在的"));
  }

  void writes(String buyer, ConversationId conversation) {
    now(node.conversations.postAsBuyer(conversation, new Asker("shop-" + id, buyer), ref(), "还在吗"));
  }

  void closes(ConversationId conversation) {
    ConversationRecord record = record(conversation);
    now(node.reception.close(conversation, new Speaker(id, record.agent()), record.revision(), ref(), null));
  }

  Outcome answers(String agent, ConversationId conversation, boolean accepted) {
    return now(node.assignments.answer(new Speaker(id, agent), conversation, claimOf(conversation), accepted));
  }

  Outcome picks(String agent, ConversationId conversation) {
    return now(node.assignments.pick(new Speaker(id, agent), conversation));
  }

  /// To whom it was offered or given at the desk: `<claim> <agent>`.
  String ownerOf(ConversationId conversation) {
    String owner = redis.commands().hget(DeskKeys.prefix(id) + ":owners", conversation.value()).toCompletableFuture()
        .join();
    return owner == null ? "" : owner.substring(owner.indexOf(' ') + 1);
  }

  private long claimOf(ConversationId conversation) {
    String owner = redis.commands().hget(DeskKeys.prefix(id) + ":owners", conversation.value()).toCompletableFuture()
        .join();
    return owner == null ? 1 : Long.parseLong(owner.substring(0, owner.indexOf(' ')));
  }

  /// The agent was to finish, went instead and let it lie.
  void letsLie(String agent) {
    is(agent, "DRAINING");
    leaseEnds(agent);
    sweep();
  }

  String heardBy(String agent) {
    return log(new Topic.Agent(id, agent));
  }

  String heardBySupervisors() {
    return log(new Topic.Supervisors(id));
  }

  String notesOf(ConversationId conversation) {
    return log(new Topic.Staff(conversation));
  }

  private String log(Topic topic) {
    return redis.commands().xrange(TopicKeys.log(topic), Range.unbounded()).toCompletableFuture().join().toString();
  }
}
