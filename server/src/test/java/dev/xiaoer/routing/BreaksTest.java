package dev.xiaoer.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.availability.SeatEvent;
import dev.xiaoer.protocol.AvailabilityState;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.Refusal;
import dev.xiaoer.redis.ClassRedis;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Rule B1 on the desk's own clock, which is moved.
class BreaksTest {

  @RegisterExtension
  static final ClassRedis REDIS = ClassRedis.inMemory();

  private static int desks;

  private PlayedDesk desk;

  @BeforeEach
  void open() {
    desk = new PlayedDesk(REDIS.link(), "breaks" + desks++);
    for (String agent : List.of("wang", "li", "zhao", "chen")) {
      desk.isThere(agent, 9, "presale");
    }
  }

  private @Nullable Refusal takes(String agent) {
    return desk.does(agent, new SeatEvent.TakeBreak());
  }

  private void isBack(String agent) {
    desk.does(agent, new SeatEvent.GoOnline());
  }

  private AvailabilityState state(String agent) {
    return desk.standingOf(agent).state();
  }

  private int heard(String agent, String what) {
    return desk.heardBy(agent).split(what, -1).length - 1;
  }

  private static String position(int place) {
    return "break.waiting\",\"position\":" + place + "}";
  }

  /// By a node that knows nothing.
  private void look() {
    desk.restart();
    desk.ring();
    desk.sweep();
  }

  @Test
  void oneHasABreakTheOthersStandInLineAndTheNextIsTold() {
    assertThat(takes("wang")).isNull();
    assertThat(desk.standingOf("wang").until())
        .isEqualTo(desk.standingOf("wang").since() + Duration.ofMinutes(30).toMillis());
    takes("li");
    takes("zhao");
    takes("li");
    assertThat(state("li")).as("in line one takes buyers").isEqualTo(AvailabilityState.ONLINE);
    assertThat(heard("li", position(1))).isEqualTo(1);
    assertThat(heard("zhao", position(2))).isEqualTo(1);

    isBack("wang");
    assertThat(heard("li", "break.ready")).isEqualTo(1);
    assertThat(heard("zhao", position(1))).isEqualTo(1);
    assertThat(state("li")).as("told is not taken").isEqualTo(AvailabilityState.ONLINE);
    takes("chen");
    assertThat(state("chen")).as("nobody gets past those in line").isEqualTo(AvailabilityState.ONLINE);

    takes("li");
    assertThat(state("li")).isEqualTo(AvailabilityState.ON_BREAK);
    look();
    assertThat(heard("zhao", "break.ready")).isZero();
    desk.pass(Duration.ofMinutes(5));
    look();
    assertThat(state("li")).as("what was kept is taken: it is not given up").isEqualTo(AvailabilityState.ON_BREAK);
  }

  @Test
  void whoDoesNotTakeItInTimeHasItNoMore() {
    takes("wang");
    takes("li");
    takes("zhao");
    isBack("wang");
    desk.pass(Duration.ofSeconds(100));
    look();
    assertThat(heard("zhao", "break.ready")).as("it is kept for two minutes").isZero();
    desk.pass(Duration.ofSeconds(20));
    look();
    look();
    assertThat(heard("li", position(0))).isEqualTo(1);
    assertThat(heard("zhao", "break.ready")).isEqualTo(1);
    takes("li");
    assertThat(state("li")).as("behind zhao").isEqualTo(AvailabilityState.ONLINE);
  }

  @Test
  void whoLeavesTheLineOrGoesOffDutyMakesWay() {
    takes("wang");
    takes("li");
    takes("zhao");
    takes("chen");
    desk.does("li", new SeatEvent.WithdrawBreak());
    assertThat(heard("li", position(0))).isEqualTo(1);
    assertThat(heard("chen", position(2))).isEqualTo(1);
    desk.does("zhao", new SeatEvent.GoOffline());
    isBack("wang");
    assertThat(heard("zhao", "break.ready")).isZero();
    assertThat(heard("chen", "break.ready")).isEqualTo(1);
  }

  @Test
  void asManyAsTheGroupAllowsHaveABreakAtOnce() {
    desk.rules.rest("presale", 0, 2);
    takes("wang");
    takes("li");
    takes("zhao");
    assertThat(List.of(state("wang"), state("li"), state("zhao")))
        .containsExactly(AvailabilityState.ON_BREAK, AvailabilityState.ON_BREAK, AvailabilityState.ONLINE);
  }

  @Test
  void nobodyGoesWhereTooFewWouldBeLeft() {
    desk.rules.rest("presale", 4, 2);
    assertThat(takes("wang")).isEqualTo(Refusal.BELOW_FLOOR);
    desk.rules.rest("presale", 3, 1);
    assertThat(takes("wang")).isNull();
    assertThat(takes("li")).as("in line one harms nobody").isNull();
    desk.does("chen", new SeatEvent.GoOffline());
    isBack("wang");
    assertThat(heard("li", "break.ready")).as("three are needed, three are there").isZero();
    desk.isThere("chen", 9, "presale");
    assertThat(heard("li", "break.ready")).as("now there are four").isEqualTo(1);
  }

  @Test
  void aBreakThatIsOverrunIsToldOnceAndStays() {
    takes("wang");
    takes("li");
    desk.pass(Duration.ofMinutes(29));
    look();
    assertThat(desk.heardBySupervisors()).doesNotContain("break.overrun");
    desk.pass(Duration.ofMinutes(1));
    look();
    look();
    assertThat(desk.heardBySupervisors().split("break.overrun", -1)).hasSize(2);
    assertThat(state("wang")).isEqualTo(AvailabilityState.ON_BREAK);
    assertThat(heard("li", "break.ready")).as("the place is not free").isZero();
    isBack("wang");
    assertThat(heard("li", "break.ready")).isEqualTo(1);
  }

  @Test
  void whoeverWaitsForAnAgentOnABreakIsOfferedToTheGroup() {
    desk.does("li", new SeatEvent.GoOffline());
    desk.does("zhao", new SeatEvent.GoOffline());
    desk.does("chen", new SeatEvent.GoOffline());
    ConversationId waits = desk.asks("anna", "presale");
    ConversationId answered = desk.asks("bo", "presale");
    desk.says("wang", answered);
    desk.isThere("li", 9, "presale");
    takes("wang");
    desk.pass(Duration.ofSeconds(40));
    look();
    assertThat(desk.agentOf(waits)).isEqualTo("wang");
    desk.pass(Duration.ofSeconds(20));
    look();
    assertThat(desk.agentOf(waits)).isEqualTo("li");
    assertThat(desk.notesOf(waits)).contains("BREAK_UNANSWERED");
    assertThat(desk.agentOf(answered)).isEqualTo("wang");
  }
}
