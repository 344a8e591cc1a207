package dev.xiaoer.routing;

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
import dev.xiaoer.protocol.Topic;
import dev.xiaoer.redis.RedisLink;
import dev.xiaoer.redis.Script;
import io.lettuce.core.Range;
import java.time.Duration;
import java.util.List;
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
  private final SimulatedNode node;
  private int refs;

  PlayedDesk(RedisLink redis, String id) {
    this.redis = redis;
    this.id = id;
    this.node = new SimulatedNode(redis, id.hashCode(), Duration.ofSeconds(5), rules);
  }

  private <T> T now(CompletionStage<T> asked) {
    node.finish();
    return asked.toCompletableFuture().join();
  }

  private Ref ref() {
    return new Ref("ref-%020d".formatted(refs++));
  }

  void isThere(String agent, int cap, String... groups) {
    now(node.availability.set(new Agent(id, agent, agent, Set.of(groups), cap), AvailabilityState.ONLINE));
    sweep();
  }

  void is(String agent, String state) {
    redis.write(STAND, List.of(DeskKeys.prefix(id)), agent, state, Long.toString(Duration.ofDays(30).toMillis()))
        .toCompletableFuture().join();
  }

  void pass(Duration time) {
    redis.commands().hincrby(DeskKeys.prefix(id) + ":clock", "ahead", time.toMillis()).toCompletableFuture().join();
  }

  void sweep() {
    now(node.sweep.sweep(id));
  }

  ConversationId asks(String buyer, String group) {
    return asks(buyer, group, null);
  }

  ConversationId asks(String buyer, String group, @Nullable String tier) {
    var opening = new Opening(id, "shop-" + id, group, new BuyerCard(buyer, null), ref(), "在吗", null, null, tier);
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
    redis.commands().zadd(DeskKeys.prefix(id) + ":leases", 1, agent).toCompletableFuture().join();
    sweep();
  }

  String heardBy(String agent) {
    return log(new Topic.Agent(id, agent));
  }

  String notesOf(ConversationId conversation) {
    return log(new Topic.Staff(conversation));
  }

  private String log(Topic topic) {
    return redis.commands().xrange(TopicKeys.log(topic), Range.unbounded()).toCompletableFuture().join().toString();
  }
}
