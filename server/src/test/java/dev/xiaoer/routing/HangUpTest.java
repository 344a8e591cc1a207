package dev.xiaoer.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.availability.Availability.Standing;
import dev.xiaoer.availability.SeatEvent;
import dev.xiaoer.protocol.AvailabilityState;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.Refusal;
import dev.xiaoer.redis.ClassRedis;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Rule B2 on the desk's own clock, which is moved.
class HangUpTest {

  private static final Duration MARGIN = Duration.ofSeconds(20);
  private static final SeatEvent.HangUp HANG_UP = new SeatEvent.HangUp("去洗手间", "马上回来", Duration.ofMinutes(10));

  @RegisterExtension
  static final ClassRedis REDIS = ClassRedis.inMemory();

  private static int desks;

  private PlayedDesk desk;

  @BeforeEach
  void open() {
    desk = new PlayedDesk(REDIS.link(), "hangup" + desks++);
    desk.isThere("wang", 9, "presale");
  }

  private AvailabilityState state() {
    return desk.standingOf("wang").state();
  }

  private static int times(String log, String what) {
    return log.split(what, -1).length - 1;
  }

  private int heard(String what) {
    return times(desk.heardBy("wang"), what);
  }

  /// Until a moment before the time; nothing must have happened then. The next step is behind it.
  private void almost(Duration time) {
    desk.pass(time.minus(MARGIN));
    look();
  }

  private void now() {
    desk.pass(MARGIN);
    look();
  }

  /// Twice, and each time by a node that knows nothing.
  private void look() {
    for (int i = 0; i < 2; i++) {
      desk.restart();
      desk.ring();
      desk.sweep();
    }
  }

  @Test
  void whoIsHungUpIsWarnedThenOverdueThenWaitingBuyersGoToOthersEachOnceAndNoneEarly() {
    ConversationId waits = desk.asks("anna", "presale");
    ConversationId answered = desk.asks("bo", "presale");
    desk.says("wang", answered);
    desk.isThere("li", 9, "presale");
    assertThat(desk.does("wang", HANG_UP)).isNull();
    Standing begun = desk.standingOf("wang");
    assertThat(begun.until()).isEqualTo(begun.since() + HANG_UP.length().toMillis());

    almost(Duration.ofMinutes(8));
    assertThat(heard("availability.warned")).as("before 8:00").isZero();
    now();
    assertThat(heard("availability.warned")).isEqualTo(1);

    almost(Duration.ofMinutes(2));
    assertThat(state()).as("before 10:00").isEqualTo(AvailabilityState.HUNG_UP);
    assertThat(desk.agentOf(waits)).isEqualTo("wang");
    now();
    assertThat(state()).isEqualTo(AvailabilityState.OVERDUE);
    assertThat(desk.standingOf("wang").since()).as("to the moment").isEqualTo(begun.until());
    assertThat(heard("\"OVERDUE\"")).isEqualTo(1);
    assertThat(times(desk.heardBySupervisors(), "agent.overdue")).isEqualTo(1);

    almost(Duration.ofMinutes(2));
    assertThat(desk.agentOf(waits)).as("before the grace is over").isEqualTo("wang");
    now();
    assertThat(desk.agentOf(waits)).isEqualTo("li");
    assertThat(times(desk.notesOf(waits), "AGENT_OVERDUE")).isEqualTo(1);
    assertThat(desk.agentOf(answered)).as("whose buyer waits for nothing").isEqualTo("wang");

    desk.writes("bo", answered);
    look();
    assertThat(desk.agentOf(answered)).isEqualTo("li");
    desk.pass(Duration.ofHours(3));
    look();
    assertThat(state()).as("nobody is put back online").isEqualTo(AvailabilityState.OVERDUE);
    assertThat(heard("availability.warned")).isEqualTo(1);
    assertThat(times(desk.heardBySupervisors(), "agent.overdue")).isEqualTo(1);
  }

  @Test
  void whoComesBackInTimeIsNeitherWarnedNorOverdueNorLosesAnybody() {
    ConversationId waits = desk.asks("anna", "presale");
    desk.isThere("li", 9, "presale");
    desk.does("wang", HANG_UP);
    desk.pass(Duration.ofMinutes(7));
    desk.does("wang", new SeatEvent.GoOnline());
    desk.pass(Duration.ofMinutes(20));
    look();
    assertThat(state()).isEqualTo(AvailabilityState.ONLINE);
    assertThat(heard("availability.warned") + heard("OVERDUE")).isZero();
    assertThat(desk.agentOf(waits)).isEqualTo("wang");
  }

  @Test
  void whoComesBackWithinTheGraceKeepsWhoWaits() {
    ConversationId waits = desk.asks("anna", "presale");
    desk.isThere("li", 9, "presale");
    desk.does("wang", HANG_UP);
    desk.pass(Duration.ofMinutes(11));
    look();
    assertThat(state()).isEqualTo(AvailabilityState.OVERDUE);
    desk.does("wang", new SeatEvent.GoOnline());
    desk.pass(Duration.ofMinutes(20));
    look();
    assertThat(desk.agentOf(waits)).isEqualTo("wang");
  }

  @Test
  void moreTimeIsGrantedBeforehandAndUsedOnce() {
    var longer = new SeatEvent.HangUp("去仓库", "马上回来", Duration.ofMinutes(15));
    assertThat(desk.does("wang", longer)).isEqualTo(Refusal.NEEDS_CONSENT);
    desk.does("wang", new SeatEvent.AskTime("first", Duration.ofMinutes(5), "去仓库"));
    assertThat(times(desk.heardBySupervisors(), "time.asked")).isEqualTo(1);
    assertThat(desk.does("wang", longer)).as("asked is not granted").isEqualTo(Refusal.NEEDS_CONSENT);
    assertThat(desk.decides("first", Duration.ofMinutes(5), "wang")).as("to oneself").isEqualTo(Refusal.FORBIDDEN);
    assertThat(desk.decides("first", Duration.ofMinutes(5))).isNull();
    assertThat(desk.decides("first", Duration.ofMinutes(5))).as("once").isEqualTo(Refusal.NOT_FOUND);
    assertThat(heard("\"granted\":true")).isEqualTo(1);

    assertThat(desk.does("wang", longer)).isNull();
    almost(Duration.ofMinutes(13));
    assertThat(heard("availability.warned")).isZero();
    now();
    assertThat(heard("availability.warned")).as("two minutes before the end").isEqualTo(1);
    assertThat(state()).isEqualTo(AvailabilityState.HUNG_UP);
    almost(Duration.ofMinutes(2));
    assertThat(state()).isEqualTo(AvailabilityState.HUNG_UP);
    now();
    assertThat(state()).isEqualTo(AvailabilityState.OVERDUE);

    desk.does("wang", new SeatEvent.GoOnline());
    assertThat(desk.does("wang", longer)).as("it is used up").isEqualTo(Refusal.NEEDS_CONSENT);
  }

  @Test
  void moreTimeIsGrantedMeanwhile() {
    desk.does("wang", HANG_UP);
    desk.does("wang", new SeatEvent.AskTime("more", Duration.ofMinutes(5), "去仓库"));
    desk.pass(Duration.ofMinutes(9));
    look();
    assertThat(heard("availability.warned")).isEqualTo(1);
    assertThat(desk.decides("more", Duration.ofMinutes(5))).isNull();
    desk.pass(Duration.ofMinutes(3));
    look();
    assertThat(state()).as("12 minutes").isEqualTo(AvailabilityState.HUNG_UP);
    desk.pass(Duration.ofMinutes(2));
    look();
    assertThat(heard("availability.warned")).as("two minutes before the new end").isEqualTo(2);
    desk.pass(Duration.ofMinutes(1));
    look();
    assertThat(state()).as("15 minutes").isEqualTo(AvailabilityState.OVERDUE);
  }

  @Test
  void whatWasNotGrantedIsNoTime() {
    desk.does("wang", new SeatEvent.AskTime("no", Duration.ofMinutes(5), "去仓库"));
    assertThat(desk.decides("no", Duration.ZERO)).isNull();
    assertThat(heard("\"granted\":false")).isEqualTo(1);
    assertThat(desk.does("wang", new SeatEvent.HangUp("去仓库", "马上回来", Duration.ofMinutes(11))))
        .isEqualTo(Refusal.NEEDS_CONSENT);
  }

  @Test
  void whoWishesSoIsHungUpAtANumberOfOpenConversations() {
    desk.now(desk.node().availability.settle(desk.id, "wang", 2, "稍等，正在接待"));
    desk.asks("anna", "presale");
    ConversationId second = desk.asks("bo", "presale");
    ConversationId waits = desk.asks("carl", "presale");
    assertThat(desk.agentOf(waits)).as("none more, even before that is decided").isEmpty();
    look();
    Standing standing = desk.standingOf("wang");
    assertThat(standing.state()).isEqualTo(AvailabilityState.HUNG_UP);
    assertThat(standing.away()).isEqualTo("稍等，正在接待");
    assertThat(standing.until()).as("the clock is the same")
        .isEqualTo(standing.since() + Duration.ofMinutes(10).toMillis());

    desk.closes(second);
    desk.does("wang", new SeatEvent.GoOnline());
    desk.sweep();
    assertThat(desk.agentOf(waits)).isEqualTo("wang");
    look();
    assertThat(state()).as("two again").isEqualTo(AvailabilityState.HUNG_UP);
    desk.does("wang", new SeatEvent.GoOnline());
    look();
    assertThat(state()).as("who comes back to them stays").isEqualTo(AvailabilityState.ONLINE);
  }

  @Test
  void whoIsNeededIsNotHungUpByTheDesk() {
    desk.rules.rest("presale", 1, 1);
    desk.now(desk.node().availability.settle(desk.id, "wang", 1, "稍等，正在接待"));
    desk.asks("anna", "presale");
    look();
    assertThat(state()).isEqualTo(AvailabilityState.ONLINE);
    assertThat(desk.agentOf(desk.asks("bo", "presale"))).as("and takes buyers").isEqualTo("wang");
  }
}
