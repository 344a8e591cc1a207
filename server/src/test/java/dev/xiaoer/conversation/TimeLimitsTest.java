package dev.xiaoer.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.conversation.Conversations.Asker;
import dev.xiaoer.conversation.Conversations.Speaker;
import dev.xiaoer.hub.TestHubs;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.ForBuyer.AgentCard;
import dev.xiaoer.protocol.ForBuyer.BuyerCard;
import dev.xiaoer.protocol.ForStaff.AssignmentReason;
import dev.xiaoer.protocol.Ref;
import dev.xiaoer.protocol.Refusal;
import dev.xiaoer.redis.RedisLink;
import dev.xiaoer.redis.TestRedis;
import dev.xiaoer.redis.WeakenedLink;
import dev.xiaoer.redis.embedded.RedisEdition;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The limits as they are set for everybody, and Redis' clock put forward: it alone decides, as it alone dates what is
/// said.
class TimeLimitsTest {

  private static final Asker ANNA = new Asker("shop", "anna");
  private static final Speaker LI = new Speaker("desk", "li");

  private static TestRedis redis;
  private static RedisLink link;
  private static int refs;

  @BeforeAll
  static void start() {
    redis = TestRedis.start(RedisEdition.EMBEDDED);
    link = redis.link();
  }

  @AfterAll
  static void stop() {
    redis.close();
  }

  private static Conversations over(RedisLink redis) {
    return TestConversations.over(redis, TestHubs.silent(), TestHubs.ids(1));
  }

  private static Conversations now() {
    return over(link);
  }

  private static Conversations after(Duration passed) {
    return over(WeakenedLink.later(link, passed));
  }

  private static Ref ref() {
    return new Ref("ref-%018d".formatted(refs++));
  }

  /// The buyer's words have seq 2, those of the agent 4.
  private ConversationId talk() {
    var id = new ConversationId("t%021d".formatted(refs++));
    now().open(id, new Opening("desk", "shop", "group", new BuyerCard("anna", null), ref(), "在吗")).toCompletableFuture()
        .join();
    now().assign(new Claimed(id, 1, new AgentCard("li", "小李"), AssignmentReason.LEAST_LOADED, 0, 3))
        .toCompletableFuture().join();
    now().postAsAgent(id, LI, 2, ref(), "在的").toCompletableFuture().join();
    return id;
  }

  private static Object outcome(CompletionStage<Outcome> command) {
    return switch (command.toCompletableFuture().join()) {
      case Outcome.Done done -> "done";
      case Outcome.Refused(var code) -> code;
    };
  }

  @Test
  void whatWasSaidCanBeTakenBackForTwoMinutes() {
    ConversationId id = talk();
    Conversations late = after(Duration.ofSeconds(125));
    assertThat(outcome(late.recallAsBuyer(id, ANNA, ref(), 2))).isEqualTo(Refusal.RECALL_TOO_LATE);
    assertThat(outcome(late.recallAsAgent(id, LI, ref(), 4))).isEqualTo(Refusal.RECALL_TOO_LATE);
    Conversations inTime = after(Duration.ofSeconds(110));
    assertThat(outcome(inTime.recallAsBuyer(id, ANNA, ref(), 2))).isEqualTo("done");
    assertThat(outcome(inTime.recallAsAgent(id, LI, ref(), 4))).isEqualTo("done");
  }

  @Test
  void whatWasTakenBackInTimeIsAnsweredTheSameWhenItIsAskedForAgainLate() {
    ConversationId id = talk();
    Ref ref = ref();
    assertThat(outcome(now().recallAsBuyer(id, ANNA, ref, 2))).isEqualTo("done");
    assertThat(outcome(after(Duration.ofHours(1)).recallAsBuyer(id, ANNA, ref, 2))).isEqualTo("done");
  }

  @Test
  void aClosedConversationCanBeRatedForADay() {
    ConversationId id = talk();
    assertThat(outcome(now().close(id, LI, 2, ref()))).isEqualTo("done");
    assertThat(outcome(after(Duration.ofDays(1).plusSeconds(1)).rate(id, ANNA, ref(), 5, null)))
        .isEqualTo(Refusal.RATING_TOO_LATE);
    Ref ref = ref();
    assertThat(outcome(after(Duration.ofDays(1).minusSeconds(10)).rate(id, ANNA, ref, 5, null))).isEqualTo("done");
    assertThat(outcome(after(Duration.ofDays(2)).rate(id, ANNA, ref, 5, null))).isEqualTo("done");
    assertThat(outcome(after(Duration.ofDays(2)).rate(id, ANNA, ref(), 5, null))).isEqualTo(Refusal.RATED_ALREADY);
  }
}
