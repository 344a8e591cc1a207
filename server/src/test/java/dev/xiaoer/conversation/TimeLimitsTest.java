package dev.xiaoer.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.Ref;
import dev.xiaoer.protocol.Refusal;
import dev.xiaoer.redis.TestRedis;
import dev.xiaoer.redis.embedded.RedisEdition;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The limits as they are set for everybody, and Redis' clock put forward: it alone decides, as it alone dates what is
/// said.
class TimeLimitsTest {

  private static TestRedis redis;
  private static TimedTalk talk;

  @BeforeAll
  static void start() {
    redis = TestRedis.start(RedisEdition.EMBEDDED);
    talk = new TimedTalk(redis.link(), "limits");
  }

  @AfterAll
  static void stop() {
    redis.close();
  }

  private static Object recall(ConversationId id, Ref ref, Duration passed) {
    return outcome(talk.after(passed).recallAsBuyer(id, talk.anna("shop"), ref, 2));
  }

  private static Object rate(ConversationId id, Ref ref, Duration passed) {
    return outcome(talk.after(passed).rate(id, talk.anna("shop"), ref, 5, null));
  }

  private static Object outcome(CompletionStage<Outcome> command) {
    return switch (command.toCompletableFuture().join()) {
      case Outcome.Done done -> "done";
      case Outcome.Refused(var code) -> code;
    };
  }

  @Test
  void aBuyerTakesBackWithinTwoMinutes() {
    ConversationId id = talk.asked("shop");
    assertThat(recall(id, talk.ref(), Duration.ofSeconds(121))).isEqualTo(Refusal.RECALL_TOO_LATE);
    assertThat(recall(id, talk.ref(), Duration.ofMinutes(1))).isEqualTo("done");
  }

  @Test
  void anAgentTakesBackWithinTwoMinutes() {
    ConversationId id = talk.asked("shop");
    talk.answers(id, Duration.ZERO);
    assertThat(outcome(talk.after(Duration.ofSeconds(121)).recallAsAgent(id, talk.li(), talk.ref(), 4)))
        .isEqualTo(Refusal.RECALL_TOO_LATE);
    assertThat(outcome(talk.after(Duration.ofMinutes(1)).recallAsAgent(id, talk.li(), talk.ref(), 4)))
        .isEqualTo("done");
  }

  @Test
  void whatWasTakenBackInTimeIsAnsweredTheSameWhenItIsAskedForAgainLate() {
    ConversationId id = talk.asked("shop");
    Ref ref = talk.ref();
    assertThat(recall(id, ref, Duration.ZERO)).isEqualTo("done");
    assertThat(recall(id, ref, Duration.ofHours(1))).isEqualTo("done");
  }

  @Test
  void aClosedConversationCanBeRatedForADay() {
    ConversationId id = talk.asked("shop");
    talk.answers(id, Duration.ZERO);
    assertThat(outcome(talk.now().close(id, talk.li(), TimedTalk.REVISION, talk.ref()))).isEqualTo("done");
    assertThat(rate(id, talk.ref(), Duration.ofDays(1).plusSeconds(1))).isEqualTo(Refusal.RATING_TOO_LATE);
    Ref ref = talk.ref();
    assertThat(rate(id, ref, Duration.ofDays(1).minusMinutes(5))).isEqualTo("done");
    assertThat(rate(id, ref, Duration.ofDays(2))).isEqualTo("done");
    assertThat(rate(id, talk.ref(), Duration.ofDays(2))).isEqualTo(Refusal.RATED_ALREADY);
  }
}
