package dev.xiaoer.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.availability.Availability.Interval;
import dev.xiaoer.availability.LeaseSettings;
import dev.xiaoer.availability.SeatEvent;
import dev.xiaoer.availability.TestAvailability;
import dev.xiaoer.protocol.AvailabilityState;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.Refusal;
import dev.xiaoer.redis.ClassRedis;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// How a day on duty ends, for those who finish and for those who are lost, and what is known of it afterwards.
class DutyDayTest {

  private static final LeaseSettings LEASES = new LeaseSettings(Duration.ofSeconds(15), Duration.ofSeconds(30),
      Duration.ofSeconds(5), Duration.ofSeconds(30));

  @RegisterExtension
  static final ClassRedis REDIS = ClassRedis.inMemory();

  private static int desks;

  private PlayedDesk desk;

  @BeforeEach
  void open() {
    open(TestAvailability.ENDLESS);
  }

  private void open(LeaseSettings leases) {
    desk = new PlayedDesk(REDIS.link(), "day" + desks++, leases);
    desk.isThere("wang", 9, "presale");
  }

  private AvailabilityState state() {
    return desk.standingOf("wang").state();
  }

  /// Somebody looks after the desk all the time.
  private void passes(Duration time) {
    Duration step = Duration.ofSeconds(2);
    for (Duration left = time; left.isPositive(); left = left.minus(step)) {
      desk.pass(step);
      desk.ring();
      desk.sweep();
    }
  }

  @Test
  void whoFinishesGetsNobodyNewAndIsOffDutyWithTheLast() {
    ConversationId first = desk.asks("anna", "presale");
    ConversationId second = desk.asks("bo", "presale");
    assertThat(desk.does("wang", new SeatEvent.GoOffline())).isEqualTo(Refusal.STILL_SERVING);
    assertThat(desk.does("wang", new SeatEvent.Drain())).isNull();
    ConversationId waits = desk.asks("carl", "presale");
    passes(Duration.ofSeconds(10));
    assertThat(desk.agentOf(waits)).isEmpty();
    assertThat(List.of(desk.agentOf(first), desk.agentOf(second))).containsOnly("wang");
    desk.closes(first);
    passes(Duration.ofSeconds(4));
    assertThat(state()).isEqualTo(AvailabilityState.DRAINING);
    desk.closes(second);
    desk.restart();
    passes(Duration.ofSeconds(4));
    assertThat(state()).isEqualTo(AvailabilityState.OFFLINE);
    assertThat(desk.heardBy("wang").split("\"OFFLINE\"", -1)).as("told once").hasSize(2);
  }

  @Test
  void aLostConnectionIsNotOffDutyUntilTheGraceEnds() {
    open(LEASES);
    desk.connects("wang");
    ConversationId waits = desk.asks("anna", "presale");
    passes(Duration.ofSeconds(40));
    assertThat(state()).as("connected").isEqualTo(AvailabilityState.ONLINE);

    desk.node().availability.disconnected(desk.id, "wang");
    passes(Duration.ofSeconds(18));
    assertThat(state()).isEqualTo(AvailabilityState.ONLINE);
    ConversationId another = desk.asks("bo", "presale");
    assertThat(desk.agentOf(another)).as("nobody new").isEmpty();
    passes(Duration.ofSeconds(6));
    assertThat(desk.agentOf(waits)).as("24 seconds").isEqualTo("wang");
    desk.connects("wang");
    desk.sweep();
    assertThat(desk.agentOf(another)).as("back in time").isEqualTo("wang");
    passes(Duration.ofSeconds(40));
    assertThat(state()).isEqualTo(AvailabilityState.ONLINE);

    desk.isThere("li", 9, "presale");
    desk.connects("li");
    desk.node().availability.disconnected(desk.id, "wang");
    passes(Duration.ofSeconds(24));
    assertThat(state()).isEqualTo(AvailabilityState.ONLINE);
    passes(Duration.ofSeconds(10));
    assertThat(state()).isEqualTo(AvailabilityState.OFFLINE);
    assertThat(List.of(desk.agentOf(waits), desk.agentOf(another))).containsOnly("li");
    assertThat(desk.notesOf(waits)).contains("AGENT_LOST");
  }

  @Test
  void whoIsHungUpStaysSoWithoutAConnectionAndTheClockGoesOn() {
    open(LEASES);
    desk.connects("wang");
    desk.does("wang", new SeatEvent.HangUp("去洗手间", "马上回来", Duration.ofMinutes(2)));
    desk.node().availability.disconnected(desk.id, "wang");
    passes(Duration.ofSeconds(100));
    assertThat(state()).isEqualTo(AvailabilityState.HUNG_UP);
    desk.connects("wang");
    passes(Duration.ofSeconds(10));
    assertThat(state()).as("a page that is loaded again changes nothing").isEqualTo(AvailabilityState.HUNG_UP);
    passes(Duration.ofSeconds(20));
    assertThat(state()).isEqualTo(AvailabilityState.OVERDUE);
  }

  @Test
  void theDayIsKnownIntervalByInterval() {
    desk.asks("anna", "presale");
    long begun = desk.standingOf("wang").since();
    desk.pass(Duration.ofHours(1));
    desk.does("wang", new SeatEvent.HangUp("去洗手间", "马上回来", Duration.ofMinutes(10)));
    long hungUp = desk.standingOf("wang").since();
    desk.pass(Duration.ofMinutes(25));
    desk.ring();
    desk.does("wang", new SeatEvent.GoOnline());
    desk.does("wang", new SeatEvent.GoOnline());
    long back = desk.standingOf("wang").since();
    desk.pass(Duration.ofMinutes(5));
    desk.does("wang", new SeatEvent.TakeBreak());
    long rest = desk.standingOf("wang").since();
    desk.pass(Duration.ofMinutes(20));
    desk.does("wang", new SeatEvent.Drain());
    long draining = desk.standingOf("wang").since();
    desk.leaseEnds("wang");
    desk.sweep();
    long off = desk.standingOf("wang").since();

    long overdue = hungUp + Duration.ofMinutes(10).toMillis();
    var whole = List.of(new Interval(AvailabilityState.ONLINE, begun, hungUp, null, "wang"),
        new Interval(AvailabilityState.HUNG_UP, hungUp, overdue, "去洗手间", "wang"),
        new Interval(AvailabilityState.OVERDUE, overdue, back, "去洗手间", "desk"),
        new Interval(AvailabilityState.ONLINE, back, rest, null, "wang"),
        new Interval(AvailabilityState.ON_BREAK, rest, draining, null, "wang"),
        new Interval(AvailabilityState.DRAINING, draining, off, null, "wang"),
        new Interval(AvailabilityState.OFFLINE, off, null, null, "desk"));
    assertThat(day(begun, off + 60_000)).isEqualTo(whole);
    assertThat(day(begun - 60_000, off + 60_000)).as("there was nothing before").isEqualTo(whole);
    assertThat(day(overdue + 1, rest)).as("it begins in the middle of one, and is over")
        .containsExactly(whole.get(2), new Interval(AvailabilityState.ONLINE, back, rest, null, "wang"));
    assertThat(desk.now(desk.node().availability.sittings(desk.id, Set.of("nobody")))).isEmpty();
  }

  private List<Interval> day(long from, long to) {
    return desk.now(desk.node().availability.day(desk.id, "wang", from, to));
  }
}
