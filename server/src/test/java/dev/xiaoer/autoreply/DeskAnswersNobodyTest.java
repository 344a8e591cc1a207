package dev.xiaoer.autoreply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.autoreply.Corner.Both;
import dev.xiaoer.conversation.ConversationRecord;
import dev.xiaoer.redis.ClassRedis;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What the desk says by itself is nobody's response: who waits goes on waiting, and no clock stops.
class DeskAnswersNobodyTest {

  @RegisterExtension
  static final ClassRedis REDIS = ClassRedis.onDisk();

  private static int desks;

  private Corner corner;
  private Both both;

  @BeforeEach
  void open() {
    corner = new Corner(REDIS.link(), "corner" + desks++);
    both = corner.both();
  }
  @Test
  void whatTheDeskSaysAnswersNobody() {
    corner.is("li", "HUNG_UP", 1_000, "");
    Occasion.Spoke first = corner.asksLi("anna", "我要人工");
    ConversationRecord before = corner.record(first.id());
    both.hear(first);
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
    both.hear(first);
    corner.later(Duration.ofSeconds(80));
    both.hear(corner.says("anna", first.id(), "人呢人呢"));
    corner.later(Duration.ofSeconds(90));
    both.goRound();
    assertThat(corner.saidIn(first.id())).containsExactly("complaint", "slow");
    corner.later(Duration.ofMinutes(5));
    both.goRound();
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
    both.hear(first);
    corner.later(Duration.ofSeconds(85));
    both.goRound();
    assertThat(corner.saidIn(first.id())).isEmpty();
    corner.later(Duration.ofSeconds(90));
    both.goRound();
    both.goRound();
    assertThat(corner.saidIn(first.id())).containsExactly("slow");
    corner.later(Duration.ofSeconds(301));
    both = corner.both();
    both.goRound();
    both.goRound();
    assertThat(corner.saidIn(first.id())).as("all nodes were started anew").containsExactly("slow", "very-slow");
    corner.answers(first.id());
    corner.later(Duration.ofHours(1));
    both.goRound();
    assertThat(corner.saidIn(first.id())).as("answered").hasSize(2);
  }
}
