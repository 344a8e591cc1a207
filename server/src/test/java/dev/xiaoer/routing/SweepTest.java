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
import dev.xiaoer.protocol.Topic;
import dev.xiaoer.redis.ClassRedis;
import io.lettuce.core.Range;
import io.lettuce.core.ZAddArgs;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SweepTest {

  @RegisterExtension
  static final ClassRedis REDIS = ClassRedis.onDisk();

  private static int desks;

  private String desk;
  private SimulatedNode node;

  @BeforeEach
  void open() {
    desk = "sweep" + desks++;
    node = new SimulatedNode(REDIS.link(), desks, Duration.ZERO);
  }

  private ConversationId asks(String buyer) {
    var opening = new Opening(desk, "shop-" + desk, "group", new BuyerCard(buyer, null), ref(buyer), "在吗");
    CompletableFuture<Outcome> answer = node.reception.start(opening).toCompletableFuture();
    node.finish();
    assertThat(answer.join()).isInstanceOf(Outcome.Done.class);
    return ConversationIds.openedBy(opening.shop(), buyer, opening.ref());
  }

  private static Ref ref(String name) {
    return new Ref((name + "-".repeat(20)).substring(0, 20));
  }

  private void is(String agent, AvailabilityState state) {
    node.availability.set(new Agent(desk, agent, agent, Set.of("group"), 5), state);
    node.finish();
  }

  /// As if nothing had been heard of the agent for long.
  private void leaseEnds(String agent) {
    REDIS.link().commands().zadd(DeskKeys.prefix(desk) + ":leases", ZAddArgs.Builder.xx(), 1, agent)
        .toCompletableFuture()
        .join();
  }

  private CompletableFuture<Void> sweep() {
    CompletableFuture<Void> sweep = node.sweep.sweep(desk).toCompletableFuture();
    node.finish();
    return sweep;
  }

  private String agentOf(ConversationId id) {
    CompletableFuture<ConversationRecord> found = node.conversations.find(id).toCompletableFuture();
    node.finish();
    return Objects.requireNonNull(found.join()).agent();
  }

  private String notesOf(ConversationId id) {
    return REDIS.link().commands().xrange(TopicKeys.log(new Topic.Staff(id)), Range.unbounded()).toCompletableFuture()
        .join()
        .toString();
  }

  @Test
  void aBrokenConversationKeepsNobodyElseWaiting() {
    is("li", AvailabilityState.ONLINE);
    ConversationId broken = asks("anna");
    ConversationId held = asks("bo");
    REDIS.link().commands().hdel("{c:" + broken + "}:record", "buyer").toCompletableFuture().join();
    leaseEnds("li");
    is("wang", AvailabilityState.ONLINE);
    CompletableFuture<Void> sweep = sweep();
    assertThat(agentOf(held)).isEqualTo("wang");
    assertThat(sweep).isCompletedExceptionally();
    assertThat(sweep.exceptionNow().toString()).contains(broken.value()).contains("lacks buyer");
  }

  @Test
  void aSweepWithoutTroubleSaysNothing() {
    asks("anna");
    is("li", AvailabilityState.ONLINE);
    assertThat(sweep()).isCompleted();
  }

  /// Rule B6: whoever waits for an answer goes to another, and the staff reads why.
  @Test
  void whoeverWaitsForAnAgentWhoLeftOrWasLostIsGivenToAnother() {
    is("li", AvailabilityState.ONLINE);
    ConversationId first = asks("anna");
    is("li", AvailabilityState.DRAINING);
    is("wang", AvailabilityState.ONLINE);
    sweep().join();
    assertThat(agentOf(first)).as("li finishes whoever there is").isEqualTo("li");
    leaseEnds("li");
    sweep().join();
    assertThat(agentOf(first)).isEqualTo("wang");
    assertThat(notesOf(first)).contains("\"AGENT_OFFLINE\"").doesNotContain("AGENT_LOST");

    leaseEnds("wang");
    sweep().join();
    assertThat(notesOf(first)).contains("\"AGENT_LOST\"");
    is("wang", AvailabilityState.ONLINE);
    assertThat(agentOf(first)).isEmpty();
    sweep().join();
    assertThat(agentOf(first)).isEqualTo("wang");
  }

  @Test
  void whoeverCameBackAfterBeingLostAndLeavesHasLeft() {
    is("li", AvailabilityState.ONLINE);
    leaseEnds("li");
    sweep().join();
    is("li", AvailabilityState.ONLINE);
    ConversationId held = asks("anna");
    is("li", AvailabilityState.DRAINING);
    leaseEnds("li");
    sweep().join();
    assertThat(notesOf(held)).contains("\"AGENT_OFFLINE\"").doesNotContain("AGENT_LOST");
  }

  /// The reply was lost, the conversation was closed meanwhile, and another is open: the repeat is no new message there.
  @Test
  void aRepeatOfTheFirstMessageBelongsToTheConversationThatItOpened() {
    is("li", AvailabilityState.ONLINE);
    ConversationId first = asks("anna");
    close(first, "li", "close-of-the-first");
    assertThat(asks("anna")).as("a repeat when nothing else is open").isEqualTo(first);
    assertThat(openOf("anna")).as("it is closed all the same").isNull();

    var another = new Opening(desk, "shop-" + desk, "group", new BuyerCard("anna", null), ref("another"), "还在吗");
    node.reception.start(another);
    node.finish();
    ConversationId second = ConversationIds.openedBy(another.shop(), "anna", another.ref());
    assertThat(openOf("anna")).isEqualTo(second);
    String before = logOf(second);
    asks("anna");
    assertThat(logOf(second)).isEqualTo(before);
    assertThat(openOf("anna")).isEqualTo(second);
    assertThat(logOf(first)).contains("conversation.closed");
  }

  private void close(ConversationId id, String agent, String ref) {
    CompletableFuture<ConversationRecord> found = node.conversations.find(id).toCompletableFuture();
    node.finish();
    node.reception.close(id, new Speaker(desk, agent),
        Objects.requireNonNull(found.join()).revision(), new Ref(ref), null);
    node.finish();
  }

  private @Nullable ConversationId openOf(String buyer) {
    return new RedisOpenConversations(REDIS.link(), SimulatedNode.HISTORY).find("shop-" + desk, buyer)
        .toCompletableFuture()
        .join();
  }

  private String logOf(ConversationId id) {
    return REDIS.link().commands().xrange(TopicKeys.log(new Topic.Buyer(id)), Range.unbounded()).toCompletableFuture()
        .join()
        .toString();
  }
}
