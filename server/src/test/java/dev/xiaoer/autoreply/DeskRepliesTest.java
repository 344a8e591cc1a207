package dev.xiaoer.autoreply;

import static dev.xiaoer.autoreply.Corner.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.autoreply.Corner.Both;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.ForStaff;
import dev.xiaoer.protocol.Topic;
import dev.xiaoer.redis.ClassRedis;
import dev.xiaoer.redis.HeldLink;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What the desk says by itself, on a real Redis: each kind as often as its limit allows, whatever the nodes do.
class DeskRepliesTest {

  /// Every kind, as the packs that come with the desk have it.
  private static final String ALL = "language: zh-CN\nextends: shipped\n";

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
  /// Rules B2 and B3.
  @Test
  void whoWritesToAnAgentWhoHasHungUpHearsTheAgentsOwnWordsOnceAnAbsence() {
    corner.is("li", "HUNG_UP", 1_000, "我去仓库一下，十分钟");
    Occasion.Spoke first = corner.asksLi("anna", "茶具有货吗");
    both.hear(first);
    both.hear(first);
    both.hear(corner.says("anna", first.id(), "你好？"));
    assertThat(corner.textsIn(first.id())).containsExactly("我去仓库一下，十分钟");
    corner.is("li", "HUNG_UP", 2_000, "又去一下");
    both.hear(corner.says("anna", first.id(), "还在吗亲"));
    assertThat(corner.saidIn(first.id())).containsExactly("hung-up", "hung-up");
  }

  @Test
  void manyWordsAtOnceOnTwoNodesAreToldOnce() {
    corner.is("li", "HUNG_UP", 1_000, "");
    ConversationId id = corner.asksLi("anna", "第一句").id();
    List<Occasion.Spoke> words = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      words.add(corner.says("anna", id, "第" + i + "句话"));
    }
    done(words.stream().map(one -> (one.seq() % 2 == 0 ? both.here() : both.there()).attendant().attend(one))
        .toArray(java.util.concurrent.CompletionStage[]::new));
    assertThat(corner.saidIn(id)).containsExactly("hung-up");
  }

  @Test
  void theStaffReadsWhyTheDeskReplied() {
    corner.isOnline("li");
    Occasion.Spoke first = corner.asksLi("anna", "我要投诉");
    both.hear(first);
    assertThat(corner.events(new Topic.Staff(first.id())))
        .contains(new ForStaff.ReplyExplained(4, ForStaff.ReplyKind.KEYWORD, "complaint", "投诉"));
  }

  @Test
  void aKeywordIsAnsweredOnceInTenMinutes() {
    corner.isOnline("li");
    Occasion.Spoke first = corner.asksLi("anna", "我要人工");
    both.hear(first);
    both.hear(corner.says("anna", first.id(), "真人呢"));
    corner.later(Duration.ofSeconds(599));
    both.hear(corner.says("anna", first.id(), "人工人工"));
    assertThat(corner.saidIn(first.id())).containsExactly("a-person");
    corner.later(Duration.ofSeconds(601));
    both.hear(corner.says("anna", first.id(), "不要机器人"));
    assertThat(corner.saidIn(first.id())).containsExactly("a-person", "a-person");
  }

  @Test
  void whatANodeHadHeardWhenItDiedIsAnsweredByTheNextRound() {
    corner.is("li", "HUNG_UP", 1_000, "");
    Occasion.Spoke first = corner.asksLi("anna", "我要人工");
    both.goRound();
    assertThat(corner.saidIn(first.id())).as("its node may still be at it").isEmpty();
    corner.later(Duration.ofSeconds(4));
    both.goRound();
    both.goRound();
    assertThat(corner.saidIn(first.id())).containsExactly("hung-up", "a-person");
  }

  /// It was counted for the buyer, and not said.
  @Test
  void aNodeThatDiesBetweenCountingAndSayingTakesNothingAway() {
    Occasion.Spoke first = corner.asks("anna", "有货吗老板");
    done(corner.packs.of(corner.desk));
    var held = new HeldLink(REDIS.link());
    var dying = corner.node(held).attendant().attend(first);
    while (REDIS.link().commands().exists("{b:" + corner.shop() + ":anna}:said").toCompletableFuture().join() == 0) {
      held.carryOut(0);
    }
    assertThat(dying).isNotCompleted();
    corner.later(Duration.ofSeconds(4));
    both.goRound();
    assertThat(corner.saidIn(first.id())).containsExactly("off-hours");
  }

  @Test
  void whileNobodyIsOnDutyABuyerIsToldOnceWhateverTheConversation() {
    Occasion.Spoke first = corner.asks("anna", "有货吗老板");
    both.hear(first);
    both.hear(corner.says("anna", first.id(), "那我留言了"));
    Occasion.Spoke second = corner.asks("anna", "换个话题");
    both.hear(second);
    both.goRound();
    assertThat(corner.saidIn(first.id())).containsExactly("off-hours");
    assertThat(corner.saidIn(second.id())).isEmpty();
    corner.isOnline("li");
    both.goRound();
    corner.goes("li");
    both.hear(corner.says("anna", second.id(), "你们又下班了"));
    assertThat(corner.saidIn(second.id())).containsExactly("off-hours");
  }

  @Test
  void whoWaitsInTheQueueIsToldThePlaceOnceAWait() {
    corner.isOnline("li");
    Occasion.Spoke soon = corner.asks("bo", "有货吗老板");
    both.hear(soon);
    assertThat(corner.saidIn(soon.id())).as("somebody is free: it is given out in a moment").isEmpty();
    corner.nobodyIsFree();
    Occasion.Spoke first = corner.asks("anna", "有货吗老板");
    both.hear(first);
    both.hear(corner.says("anna", first.id(), "快点呀"));
    corner.later(Duration.ofMinutes(1));
    both.goRound();
    both.goRound();
    assertThat(corner.saidIn(first.id())).containsExactly("queueing");
    assertThat(corner.textsIn(first.id()).getFirst()).contains("第 2 位");
    assertThat(corner.saidIn(soon.id())).as("found by the rounds").containsExactly("queueing");
  }

  @Test
  void whatADeskHasNotAskedForIsNotSaid() {
    corner.isOnline("li");
    corner.has("li", 3);
    Occasion.Spoke first = corner.asksLi("anna", "有货吗老板");
    both.hear(first);
    corner.closes(first.id());
    both.hear(new Occasion.Closed(first.id()));
    assertThat(corner.saidIn(first.id())).as("no welcome, no busy, no thanks").isEmpty();
  }

  @Test
  void busyOnceAWaitAndThanksOnceAConversation() {
    corner.saysByItself(ALL);
    corner.isOnline("li");
    corner.has("li", 3);
    Occasion.Spoke first = corner.asksLi("anna", "有货吗老板");
    both.hear(first);
    both.hear(corner.says("anna", first.id(), "要红色的"));
    assertThat(corner.saidIn(first.id())).containsExactly("busy");
    corner.answers(first.id());
    both.hear(corner.says("anna", first.id(), "蓝色也行"));
    assertThat(corner.saidIn(first.id())).containsExactly("busy", "busy");
    corner.closes(first.id());
    both.hear(new Occasion.Closed(first.id()));
    both.hear(new Occasion.Closed(first.id()));
    assertThat(corner.saidIn(first.id())).containsExactly("busy", "busy", "closing");
  }

  @Test
  void aBuyerIsWelcomedOnceADay() {
    corner.saysByItself(ALL);
    corner.isOnline("li");
    Occasion.Spoke first = corner.asksLi("anna", "有货吗老板");
    both.hear(first);
    both.hear(corner.says("anna", first.id(), "要红色的"));
    Occasion.Spoke second = corner.asksLi("anna", "另外一件事");
    both.hear(second);
    assertThat(corner.saidIn(first.id())).containsExactly("welcome");
    assertThat(corner.saidIn(second.id())).isEmpty();
    corner.later(Duration.ofDays(1));
    Occasion.Spoke tomorrow = corner.asksLi("anna", "又来了");
    both.hear(tomorrow);
    assertThat(corner.saidIn(tomorrow.id())).containsExactly("welcome");
  }

  @Test
  void whatIsKnownIsAnsweredOnlyWhileNobodyElseAnswers() {
    corner.saysByItself("""
        language: zh-CN
        extends: shipped
        faq:
          answers:
            - { id: freight, question: 运费多少钱, answer: 满 99 元包邮 }
        overrides:
          desk:
            welcome: { off: true }
        """);
    corner.isOnline("li");
    Occasion.Spoke first = corner.asksLi("anna", "运费多少钱");
    both.hear(first);
    assertThat(corner.textsIn(first.id())).isEmpty();
    corner.is("li", "HUNG_UP", 1_000, "");
    both.hear(corner.says("anna", first.id(), "运费多少钱啊"));
    assertThat(corner.saidIn(first.id())).containsExactly("hung-up", "freight");
    assertThat(corner.textsIn(first.id())).endsWith("满 99 元包邮");
  }
}
