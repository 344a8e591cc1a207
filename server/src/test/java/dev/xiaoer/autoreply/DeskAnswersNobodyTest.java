package dev.xiaoer.autoreply;

import static dev.xiaoer.autoreply.Corner.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.autoreply.Corner.Node;
import dev.xiaoer.conversation.ConversationRecord;
import dev.xiaoer.redis.RedisLink;
import dev.xiaoer.redis.TestRedis;
import dev.xiaoer.redis.embedded.RedisEdition;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the desk says by itself is nobody's response: who waits goes on waiting, and no clock stops.
class DeskAnswersNobodyTest {

  private static TestRedis redis;
  private static RedisLink link;
  private static int desks;

  private Corner corner;
  private Node here;
  private Node there;

  @BeforeAll
  static void start() {
    redis = TestRedis.start(RedisEdition.EMBEDDED);
    link = redis.link();
  }

  @AfterAll
  static void stop() {
    redis.close();
  }

  @BeforeEach
  void open() {
    corner = new Corner(link, "corner" + desks++);
    here = corner.node();
    there = corner.node();
  }

  /// Both nodes think about it at the same time.
  private void bothHear(Occasion occasion) {
    done(here.hears(occasion), there.hears(occasion));
  }

  private void bothGoRound() {
    done(here.patrol().round(corner.desk), there.patrol().round(corner.desk));
  }

  @Test
  void whatTheDeskSaysAnswersNobody() {
    corner.is("li", "HUNG_UP", 1_000, "");
    Occasion.Spoke first = corner.asksLi("anna", "我要人工");
    ConversationRecord before = corner.record(first.id());
    bothHear(first);
    ConversationRecord after = corner.record(first.id());
    assertThat(corner.saidIn(first.id())).containsExactly("hung-up", "a-person");
    assertThat(after.asked()).isEqualTo(before.asked()).isPositive();
    assertThat(after.firstReply()).isNull();
    assertThat(after.revision()).isEqualTo(before.revision());
    assertThat(after.agent()).isEqualTo("li");
    corner.answers(first.id());
    assertThat(corner.record(first.id()).firstReply()).isNotNull();
  }

  /// The slow answer (C1) and the first reply are counted from the buyer's first words, whatever the desk said meanwhile.
  @Test
  void theDesksWordsStopNoClock() {
    corner.isOnline("li");
    Occasion.Spoke first = corner.asksLi("anna", "我要投诉");
    bothHear(first);
    corner.later(Duration.ofSeconds(80));
    bothHear(corner.says("anna", first.id(), "人呢人呢"));
    corner.later(Duration.ofSeconds(90));
    bothGoRound();
    assertThat(corner.saidIn(first.id())).containsExactly("complaint", "slow");
    corner.later(Duration.ofMinutes(5));
    bothGoRound();
    assertThat(corner.saidIn(first.id())).containsExactly("complaint", "slow", "very-slow");
    assertThat(corner.textsIn(first.id()).getLast()).contains("5 分钟");
    ConversationRecord waiting = corner.record(first.id());
    assertThat(waiting.asked()).isEqualTo(corner.timeOf(first));
    assertThat(waiting.firstReply()).isNull();
    corner.answers(first.id());
    assertThat(corner.record(first.id()).firstReply()).isNotNull();
    assertThat(corner.record(first.id()).asked()).isZero();
  }

  @Test
  void whoWaitsForAnAgentIsAskedForPatienceAfterAWhileAndNeverEarlier() {
    corner.isOnline("li");
    Occasion.Spoke first = corner.asksLi("anna", "这款茶壶多大");
    bothHear(first);
    corner.later(Duration.ofSeconds(85));
    bothGoRound();
    assertThat(corner.saidIn(first.id())).isEmpty();
    corner.later(Duration.ofSeconds(90));
    bothGoRound();
    bothGoRound();
    assertThat(corner.saidIn(first.id())).containsExactly("slow");
    corner.later(Duration.ofSeconds(301));
    here = corner.node();
    there = corner.node();
    bothGoRound();
    bothGoRound();
    assertThat(corner.saidIn(first.id())).as("all nodes were started anew").containsExactly("slow", "very-slow");
    corner.answers(first.id());
    corner.later(Duration.ofHours(1));
    bothGoRound();
    assertThat(corner.saidIn(first.id())).as("answered").hasSize(2);
  }
}
