package dev.xiaoer.replies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Each kind: when it is said, and how often.
class AutoRepliesTest {

  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

  private final Chat chat = new Chat(Packs.read(Packs.SHORT));

  @Test
  void theFirstWordsOfADayAreWelcomedOnce() {
    assertThat(chat.hears("你好")).containsExactly("欢迎光临茶铺");
    assertThat(chat.hears("这款还有吗")).isEmpty();
    assertThat(chat.beginsAnew().hears("又是我")).isEmpty();
    assertThat(chat.at("2026-11-25T00:01").hears("早")).containsExactly("欢迎光临茶铺");
  }

  @Test
  void aWelcomeThatWasNotSaidAtFirstIsNotSaidLater() {
    chat.queuedAt(2, null);
    assertThat(chat.hears("你好")).containsExactly("第2位");
    assertThat(chat.agentIs(Serving.State.ONLINE).hears("轮到我了吗")).isEmpty();
  }

  @Test
  void whoWaitsInTheQueueIsToldThePlaceOnceAWait() {
    chat.queuedAt(3, Duration.ofMinutes(4));
    assertThat(chat.hears("在吗")).containsExactly("第3位，约4 分钟");
    assertThat(chat.hears("还要多久")).isEmpty();
    assertThat(Chat.texts(chat.meets(new Moment.Queued()))).isEmpty();
    chat.agentAnswers().passes(TEN_MINUTES).queuedAt(1, null);
    assertThat(chat.hears("还有个问题")).containsExactly("第1位");
  }

  @Test
  void whoComesIntoTheQueueWhileWaitingIsToldAtOnce() {
    chat.queuedAt(2, null);
    assertThat(Chat.texts(chat.meets(new Moment.Queued()))).as("before anything was asked").isEmpty();
    chat.agentIs(Serving.State.ONLINE).says("你好");
    assertThat(Chat.texts(chat.queuedAt(2, null).meets(new Moment.Queued()))).containsExactly("第2位");
  }

  @Test
  void aFullAgentIsExcusedOnceAWait() {
    chat.agentIs(Serving.State.ONLINE, null, true);
    assertThat(chat.hears("你好")).containsExactly("小青很忙");
    assertThat(chat.hears("在吗")).isEmpty();
    assertThat(chat.agentAnswers().passes(TEN_MINUTES).hears("再问一下")).containsExactly("小青很忙");
  }

  @Test
  void whoWritesToAnAbsentAgentIsToldOnceAnAbsenceAndConversation() {
    assertThat(chat.agentIs(Serving.State.HUNG_UP, TEN_MINUTES, false).hears("你好")).containsExactly("小青10:10回来");
    assertThat(chat.passes(Duration.ofMinutes(5)).hears("在吗")).isEmpty();
    assertThat(chat.beginsAnew().hears("又是我")).containsExactly("小青10:10回来");
    assertThat(chat.passes(TEN_MINUTES).agentIs(Serving.State.ON_BREAK).hears("你好")).containsExactly("小青吃饭");
    assertThat(chat.hears("好吃吗")).isEmpty();
    assertThat(chat.passes(TEN_MINUTES).agentIs(Serving.State.OVERDUE).hears("还没好？")).containsExactly("抱歉，小青不在");
    assertThat(chat.passes(TEN_MINUTES).agentIs(Serving.State.HUNG_UP).hears("又走了？")).containsExactly("小青就回来");
  }

  @Test
  void aTimeThatIsOverIsNotPromised() {
    chat.agentIs(Serving.State.HUNG_UP, TEN_MINUTES, false).passes(Duration.ofMinutes(11));
    assertThat(chat.hears("人呢")).containsExactly("小青就回来");
  }

  @Test
  void offHoursAreSaidOnceAClosedPeriodWhateverTheConversation() {
    chat.at("2026-11-24T20:00").nobodyIsOnDuty();
    assertThat(chat.hears("有人吗")).containsExactly("明天 09:00上班");
    assertThat(chat.hears("喂")).isEmpty();
    assertThat(chat.beginsAnew().hears("还在吗")).isEmpty();
    assertThat(chat.at("2026-11-25T20:00").nobodyIsOnDuty().hears("有人吗")).containsExactly("明天 09:00上班");
  }

  @Test
  void nobodyOnDutyWithinTheHoursPromisesNoTime() {
    assertThat(chat.nobodyIsOnDuty().hears("有人吗")).containsExactly("每天 09:00–18:00服务");
  }

  @Test
  void aSlowAnswerIsExcusedOnceAWait() {
    chat.says("你好");
    assertThat(chat.waits(Duration.ofSeconds(59)).considered()).isEmpty();
    assertThat(Chat.texts(chat.waits(Duration.ofSeconds(1)))).containsExactly("等了60 秒");
    assertThat(Chat.texts(chat.waits(TEN_MINUTES))).isEmpty();
    chat.agentAnswers().says("还有");
    assertThat(Chat.texts(chat.waits(Duration.ofSeconds(95)))).containsExactly("等了2 分钟");
  }

  @Test
  void whatTheDeskSaysEndsNoWait() {
    chat.says("你好");
    assertThat(chat.passes(Duration.ofSeconds(50)).hears("几点发货")).containsExactly("发货：今天");
    assertThat(Chat.texts(chat.waits(Duration.ofSeconds(10)))).containsExactly("等了60 秒");
  }

  @Test
  void anAbsentAgentIsNotSlow() {
    chat.agentIs(Serving.State.HUNG_UP).says("你好");
    assertThat(chat.waits(TEN_MINUTES).replies()).isEmpty();
  }

  @Test
  void aCloseIsThankedForOnceAConversation() {
    assertThat(Chat.texts(chat.meets(new Moment.Closed()))).containsExactly("谢谢");
    assertThat(Chat.texts(chat.meets(new Moment.Closed()))).isEmpty();
    assertThat(Chat.texts(chat.beginsAnew().meets(new Moment.Closed()))).containsExactly("谢谢");
  }

  @Test
  void aKeywordIsAnsweredOnceInTenMinutes() {
    chat.says("你好");
    assertThat(chat.hears("什么时候发货")).containsExactly("发货：今天");
    assertThat(chat.passes(Duration.ofMinutes(9)).hears("发货啊")).isEmpty();
    assertThat(chat.passes(Duration.ofMinutes(1)).hears("发货发货")).containsExactly("发货：今天");
  }

  @Test
  void howThingsStandIsSaidBeforeTheAnswer() {
    assertThat(chat.agentIs(Serving.State.ON_BREAK).hears("几点发货")).containsExactly("小青吃饭", "发货：今天");
  }

  @Test
  void theFaqSpeaksOnlyWhereNoPersonAnswers() {
    chat.says("你好");
    assertThat(chat.hears("盖碗多大")).isEmpty();
    assertThat(chat.queuedAt(1, null).hears("盖碗多大")).containsExactly("第1位");
    assertThat(chat.agentIs(Serving.State.DRAINING).hears("盖碗多大")).isEmpty();
    assertThat(chat.agentIs(Serving.State.HUNG_UP).hears("盖碗多大")).containsExactly("小青就回来", "150 毫升");
    assertThat(chat.hears("盖碗多大")).isEmpty();
    assertThat(chat.passes(TEN_MINUTES).nobodyIsOnDuty().hears("盖碗多大")).endsWith("150 毫升").hasSize(2);
  }

  @Test
  void agentsAreOfferedTheFaqAtAllTimes() {
    var desk = new AutoReplies(Packs.read(Packs.SHORT));
    assertThat(desk.suggest("盖碗多大呀", "茶铺", 3)).singleElement().satisfies(one -> {
      assertThat(one.entry()).isEqualTo("size");
      assertThat(one.answer()).isEqualTo("150 毫升");
      assertThat(one.score()).isBetween(0.6, 1.0);
    });
    assertThat(desk.suggest("今天天气怎么样", "茶铺", 3)).isEmpty();
  }

  @Test
  void theDeskIsTheAuthorOfAllOfIt() {
    assertThat(chat.agentIs(Serving.State.HUNG_UP).says("盖碗多大").replies()).hasSize(2)
        .allSatisfy(reply -> assertThat(reply.author()).isEqualTo("desk"));
  }

  @Test
  void theReasonsAreTold() {
    chat.agentIs(Serving.State.ONLINE, null, true);
    assertThat(chat.says("几点发货").considered()).extracting(Considered::rule, Considered::outcome).containsExactly(
        tuple("busy", Considered.Outcome.SAID),
        tuple("welcome", Considered.Outcome.OUTRANKED),
        tuple("ship", Considered.Outcome.SAID));
    assertThat(chat.says("发货").considered()).extracting(Considered::outcome)
        .containsExactly(Considered.Outcome.LIMIT_REACHED, Considered.Outcome.TOO_SOON);
  }

  @Test
  void theNextLookAtAWaitIsWhenSomethingIsLeftToSay() {
    assertThat(chat.nextLookIn()).isNull();
    chat.says("你好");
    assertThat(chat.nextLookIn()).isEqualTo(Duration.ofSeconds(60));
    chat.waits(Duration.ofSeconds(60));
    assertThat(chat.nextLookIn()).isNull();
  }

  @Test
  void ofSeveralWaitsTheLongestThatIsOverSpeaksAndComesAgain() {
    var ladder = new Chat(Packs.read("""
        language: zh-CN
        rules:
          - { id: slow, kind: slow-answer, after: 60s, text: 稍等 }
          - { id: slower, kind: slow-answer, after: 3m, text: 抱歉, limit: { times: 2, every: 2m } }
        """));
    ladder.says("你好");
    assertThat(Chat.texts(ladder.waits(Duration.ofMinutes(1)))).containsExactly("稍等");
    assertThat(ladder.nextLookIn()).isEqualTo(Duration.ofMinutes(2));
    assertThat(Chat.texts(ladder.waits(Duration.ofMinutes(2)))).containsExactly("抱歉");
    assertThat(Chat.texts(ladder.waits(Duration.ofMinutes(1)))).isEmpty();
    assertThat(ladder.nextLookIn()).isEqualTo(Duration.ofMinutes(1));
    assertThat(Chat.texts(ladder.waits(Duration.ofMinutes(1)))).containsExactly("抱歉");
    assertThat(ladder.nextLookIn()).isNull();
  }
}
