package dev.xiaoer.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.conversation.Claimed;
import dev.xiaoer.conversation.Conversations;
import dev.xiaoer.conversation.Conversations.Asker;
import dev.xiaoer.conversation.Conversations.Speaker;
import dev.xiaoer.conversation.Opening;
import dev.xiaoer.conversation.TestConversations;
import dev.xiaoer.hub.TestHubs;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.ForBuyer.AgentCard;
import dev.xiaoer.protocol.ForBuyer.BuyerCard;
import dev.xiaoer.protocol.ForStaff.AssignmentReason;
import dev.xiaoer.protocol.Ref;
import dev.xiaoer.redis.RedisLink;
import dev.xiaoer.redis.TestRedis;
import dev.xiaoer.redis.WeakenedLink;
import dev.xiaoer.redis.embedded.RedisEdition;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FirstRepliesTest {

  private static final String DESK = "first-replies";

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

  private static Conversations later(int seconds) {
    return over(WeakenedLink.later(link, Duration.ofSeconds(seconds)));
  }

  private static Ref ref() {
    return new Ref("ref-%018d".formatted(refs++));
  }

  private static ConversationId asked(String shop) {
    var id = new ConversationId("f%021d".formatted(refs++));
    now().open(id, new Opening(DESK, shop, "group", new BuyerCard("anna", null), ref(), "在吗")).toCompletableFuture()
        .join();
    now().assign(new Claimed(id, 1, new AgentCard("li", "小李"), AssignmentReason.LEAST_LOADED, 0, 3))
        .toCompletableFuture().join();
    return id;
  }

  private static void says(Conversations at, ConversationId id) {
    at.postAsAgent(id, new Speaker(DESK, "li"), 2, ref(), "在的").toCompletableFuture().join();
  }

  private static void closes(ConversationId id) {
    now().close(id, new Speaker(DESK, "li"), 2, ref()).toCompletableFuture().join();
    link.commands().zadd("{d:" + DESK + "}:closed", refs++, id.value()).toCompletableFuture().join();
  }

  private static @Nullable Long firstReply(ConversationId id) {
    return Objects.requireNonNull(now().find(id).toCompletableFuture().join()).firstReply();
  }

  private static @Nullable Integer seconds(String shop) {
    return new FirstReplies(new RedisDeskConversations(link), now(), new FirstReplySettings(Duration.ofMinutes(1)))
        .seconds(DESK, shop).toCompletableFuture().join();
  }

  @Test
  void theWaitGoesFromTheFirstQuestionToTheFirstAnswerAndDoesNotChange() {
    ConversationId id = asked("shop");
    later(20).postAsBuyer(id, new Asker("shop", "anna"), ref(), "有人吗").toCompletableFuture().join();
    assertThat(firstReply(id)).isNull();
    says(later(50), id);
    assertThat(firstReply(id)).isBetween(50_000L, 60_000L);
    later(100).postAsBuyer(id, new Asker("shop", "anna"), ref(), "还有").toCompletableFuture().join();
    says(later(300), id);
    assertThat(firstReply(id)).isBetween(50_000L, 60_000L);
  }

  @Test
  void thanksAreAnAnswerAndASilentEndIsNone() {
    ConversationId thanked = asked("shop");
    later(30).close(thanked, new Speaker(DESK, "li"), 2, ref(), "再见").toCompletableFuture().join();
    assertThat(firstReply(thanked)).isBetween(30_000L, 40_000L);
    ConversationId silent = asked("shop");
    closes(silent);
    assertThat(firstReply(silent)).isNull();
  }

  @Test
  void aShopShowsTheMiddleOfItsOwnOnceThereAreThree() {
    for (int wait : new int[]{30, 3_000}) {
      ConversationId id = asked("silk");
      says(later(wait), id);
      closes(id);
    }
    closes(asked("silk"));
    assertThat(seconds("silk")).isNull();
    ConversationId third = asked("silk");
    says(later(70), third);
    closes(third);
    assertThat(seconds("silk")).isBetween(70, 80);
    assertThat(seconds("tea")).isNull();
  }
}
