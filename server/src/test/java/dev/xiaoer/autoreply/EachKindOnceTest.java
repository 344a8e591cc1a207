package dev.xiaoer.autoreply;

import static dev.xiaoer.autoreply.Corner.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.autoreply.Corner.Both;
import dev.xiaoer.protocol.ForStaff.ReplyKind;
import dev.xiaoer.redis.Await;
import dev.xiaoer.redis.ClassRedis;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every kind speaks as often as its limit says and no more: with two nodes at once, again and again, and after every
/// node and Redis itself were started anew. What was said is counted in Redis and nowhere else.
class EachKindOnceTest {

  private static final String ALL = """
      language: zh-CN
      extends: shipped
      faq:
        answers:
          - { id: freight, question: 运费多少钱, answer: 满 99 元包邮 }
      """;

  @RegisterExtension
  static final ClassRedis REDIS = ClassRedis.onDisk();

  private static int desks;

  /// A desk on which one kind has its occasion.
  private static final class Play {

    private final ReplyKind kind;
    private final Corner corner = new Corner(REDIS.link(), "kind" + desks++);
    private final List<Occasion.Spoke> conversations = new ArrayList<>();
    private Both both;

    Play(ReplyKind kind) {
      this.kind = kind;
      corner.saysByItself(ALL);
      startAnew();
    }

    void startAnew() {
      both = new Both(corner.desk, corner.process(REDIS.server().link()), corner.process(REDIS.server().link()));
    }

    Play begins() {
      absence(1_000);
      Occasion.Spoke first = asks();
      conversations.add(first);
      both.hear(first);
      happensAgain();
      return this;
    }

    /// How the agent is, so that the kind is what the buyer hears.
    private void absence(long since) {
      switch (kind) {
        case HUNG_UP, FAQ -> corner.is("li", "HUNG_UP", since, "");
        case ON_BREAK -> corner.is("li", "ON_BREAK", since, "");
        case AWAY -> corner.is("li", "OVERDUE", since, "");
        case OFF_HOURS -> {
          // nobody has ever been there
        }
        case QUEUEING -> {
          corner.isOnline("li");
          corner.nobodyIsFree();
        }
        case BUSY -> {
          corner.isOnline("li");
          corner.has("li", 3);
        }
        case FIRST_RECEPTION, SLOW_ANSWER, CLOSING, KEYWORD -> corner.isOnline("li");
      }
    }

    private Occasion.Spoke asks() {
      return switch (kind) {
        case OFF_HOURS, QUEUEING -> corner.asks("anna", words());
        case HUNG_UP, ON_BREAK, AWAY, BUSY, FIRST_RECEPTION, SLOW_ANSWER, CLOSING, KEYWORD, FAQ ->
          corner.asksLi("anna", words());
      };
    }

    private String words() {
      return switch (kind) {
        case KEYWORD -> "我要投诉";
        case FAQ -> "运费多少钱";
        case HUNG_UP, ON_BREAK, AWAY, OFF_HOURS, QUEUEING, BUSY, FIRST_RECEPTION, SLOW_ANSWER, CLOSING -> "茶具有货吗";
      };
    }

    /// One more occasion of the same kind, within the same limit.
    void happensAgain() {
      Occasion.Spoke latest = conversations.getLast();
      switch (kind) {
        case SLOW_ANSWER -> {
          corner.later(Duration.ofSeconds(95L * conversations.size()));
          both.goRound();
        }
        case CLOSING -> {
          corner.closes(latest.id());
          both.hear(new Occasion.Closed(latest.id()));
        }
        case HUNG_UP, ON_BREAK, AWAY, OFF_HOURS, QUEUEING, BUSY, FIRST_RECEPTION, KEYWORD, FAQ -> {
          both.hear(corner.says("anna", latest.id(), words()));
          both.goRound();
        }
      }
    }

    /// What its limit counts within is over, and another begins.
    void beginsAnew() {
      Occasion.Spoke latest = conversations.getLast();
      switch (kind) {
        case HUNG_UP, ON_BREAK, AWAY -> absence(2_000);
        case OFF_HOURS -> {
          corner.isOnline("li");
          both.goRound();
          corner.goes("li");
        }
        case BUSY -> corner.answers(latest.id());
        case QUEUEING, CLOSING -> {
          Occasion.Spoke next = asks();
          conversations.add(next);
          both.hear(next);
        }
        case SLOW_ANSWER -> {
          corner.answers(latest.id());
          conversations.add(corner.says("anna", latest.id(), words()));
          both.hear(conversations.getLast());
        }
        case FIRST_RECEPTION -> corner.later(Duration.ofDays(1));
        case KEYWORD, FAQ -> corner.later(Duration.ofSeconds(601));
      }
      happensAgain();
      happensAgain();
    }

    private String rule() {
      return switch (kind) {
        case FIRST_RECEPTION -> "welcome";
        case SLOW_ANSWER -> "slow";
        case KEYWORD -> "complaint";
        case FAQ -> "freight";
        case HUNG_UP, ON_BREAK, AWAY, OFF_HOURS, QUEUEING, BUSY, CLOSING ->
          kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
      };
    }

    long times() {
      return conversations.stream().map(Occasion.Spoke::id).distinct().flatMap(id -> corner.saidIn(id).stream())
          .filter(rule()::equals).count();
    }
  }

  @ParameterizedTest
  @EnumSource(ReplyKind.class)
  void itSpeaksOncePerLimitOnTwoNodesAtOnce(ReplyKind kind) {
    Play play = new Play(kind).begins();
    play.happensAgain();
    play.happensAgain();
    assertThat(play.times()).isEqualTo(1);
    play.beginsAnew();
    assertThat(play.times()).as("another of what it is counted within").isEqualTo(2);
  }

  @Test
  void noneSpeaksOnceMoreAfterEverythingWasStartedAnew() {
    List<Play> plays = Arrays.stream(ReplyKind.values()).map(kind -> new Play(kind).begins()).toList();
    assertThat(plays).allSatisfy(play -> assertThat(play.times()).as("%s", play.kind).isEqualTo(1));
    REDIS.server().kill9();
    REDIS.server().restart();
    Await.until("the desk is back",
        () -> REDIS.link().commands().exists("none").handle((none, failure) -> failure == null)
            .toCompletableFuture().join());
    plays.forEach(Play::startAnew);
    plays.forEach(Play::happensAgain);
    assertThat(plays).allSatisfy(play -> assertThat(play.times()).as("%s", play.kind).isEqualTo(1));
    plays.forEach(Play::beginsAnew);
    assertThat(plays).allSatisfy(play -> assertThat(play.times()).as("%s", play.kind).isEqualTo(2));
  }

  @ParameterizedTest
  @EnumSource(value = ReplyKind.class, names = {"KEYWORD", "FAQ"})
  void anAnswerIsGivenFiveTimesInAConversationAtMost(ReplyKind kind) {
    Play play = new Play(kind).begins();
    for (int i = 1; i <= 7; i++) {
      play.corner.later(Duration.ofSeconds(601L * i));
      play.happensAgain();
    }
    assertThat(play.times()).isEqualTo(5);
  }

  @Test
  void aPackSavedOnOneNodeIsSpokenByTheOtherWithoutARestart() {
    Play play = new Play(ReplyKind.KEYWORD).begins();
    var pack = play.both.here().packs().find(play.corner.desk).toCompletableFuture().join();
    String other = pack.yaml() + "overrides: { desk: { complaint: { text: 换了说法 } } }\n";
    assertThat(
        play.both.here().packs().save(play.corner.desk, new DeskPacks.Kept(pack.version(), other)).toCompletableFuture()
            .join())
        .isEqualTo(new DeskPacks.Kept(pack.version() + 1, other));
    assertThat(
        play.both.there().packs().save(play.corner.desk, new DeskPacks.Kept(pack.version(), ALL)).toCompletableFuture()
            .join())
        .as("it was changed since").isNull();
    Await.until("the other node has it",
        () -> play.both.there().packs().of(play.corner.desk).toCompletableFuture().join()
            .pack().overrides().desk().containsKey("complaint"));
    Occasion.Spoke bo = play.corner.asksLi("bo", "我要投诉");
    done(play.both.there().hears(bo));
    assertThat(play.corner.textsIn(bo.id())).contains("换了说法");
  }
}
