package dev.xiaoer.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.conversation.TimedTalk;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.redis.RedisLink;
import dev.xiaoer.redis.TestRedis;
import dev.xiaoer.redis.embedded.RedisEdition;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FirstRepliesTest {

  private static final String DESK = "replies";

  private static TestRedis redis;
  private static RedisLink link;
  private static TimedTalk talk;
  private static int closed;

  @BeforeAll
  static void start() {
    redis = TestRedis.start(RedisEdition.EMBEDDED);
    link = redis.link();
    talk = new TimedTalk(link, DESK);
  }

  @AfterAll
  static void stop() {
    redis.close();
  }

  private static void asksAgain(ConversationId id, int seconds) {
    talk.after(Duration.ofSeconds(seconds)).postAsBuyer(id, talk.anna("shop"), talk.ref(), "有人吗")
        .toCompletableFuture().join();
  }

  private static void closes(ConversationId id) {
    talk.now().close(id, talk.li(), TimedTalk.REVISION, talk.ref()).toCompletableFuture().join();
    link.commands().zadd("{d:" + DESK + "}:closed", closed++, id.value()).toCompletableFuture().join();
  }

  private static @Nullable Long firstReply(ConversationId id) {
    return Objects.requireNonNull(talk.now().find(id).toCompletableFuture().join()).firstReply();
  }

  private static @Nullable Integer seconds(String shop) {
    return new FirstReplies(new RedisDeskConversations(link), talk.now(), new FirstReplySettings(Duration.ofMinutes(1)))
        .seconds(DESK, shop).toCompletableFuture().join();
  }

  @Test
  void theWaitGoesFromTheFirstQuestionToTheFirstAnswerAndDoesNotChange() {
    ConversationId id = talk.asked("shop");
    asksAgain(id, 20);
    assertThat(firstReply(id)).isNull();
    talk.answers(id, Duration.ofSeconds(50));
    Long wait = firstReply(id);
    assertThat(wait).isBetween(50_000L, 200_000L);
    asksAgain(id, 100);
    talk.answers(id, Duration.ofMinutes(5));
    assertThat(firstReply(id)).isEqualTo(wait);
  }

  @Test
  void thanksAreAnAnswerAndASilentEndIsNone() {
    ConversationId thanked = talk.asked("shop");
    talk.after(Duration.ofSeconds(30)).close(thanked, talk.li(), TimedTalk.REVISION, talk.ref(), "再见")
        .toCompletableFuture().join();
    assertThat(firstReply(thanked)).isBetween(30_000L, 200_000L);
    ConversationId silent = talk.asked("shop");
    closes(silent);
    assertThat(firstReply(silent)).isNull();
  }

  @Test
  void aShopShowsTheMiddleOfItsOwnOnceThereAreThree() {
    for (int wait : new int[]{30, 3_000}) {
      ConversationId id = talk.asked("silk");
      talk.answers(id, Duration.ofSeconds(wait));
      closes(id);
    }
    closes(talk.asked("silk"));
    assertThat(seconds("silk")).isNull();
    ConversationId third = talk.asked("silk");
    talk.answers(third, Duration.ofMinutes(5));
    closes(third);
    assertThat(seconds("silk")).isBetween(300, 500);
    assertThat(seconds("tea")).isNull();
  }
}
