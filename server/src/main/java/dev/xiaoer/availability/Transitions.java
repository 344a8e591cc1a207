package dev.xiaoer.availability;

import dev.xiaoer.availability.BreakLine.Slot;
import dev.xiaoer.availability.BreakLine.Waiting;
import dev.xiaoer.availability.Decision.Changed;
import dev.xiaoer.availability.Decision.Kept;
import dev.xiaoer.availability.Decision.Refused;
import dev.xiaoer.availability.Seat.Gone;
import dev.xiaoer.protocol.AvailabilityState;
import dev.xiaoer.protocol.ForAgent;
import dev.xiaoer.protocol.ForSupervisors;
import dev.xiaoer.protocol.Refusal;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All that can become of a seat: every state, every event. Nothing is done here.
final class Transitions {

  /// Who is named when nobody has asked for it.
  static final String DESK = "desk";

  private final Duty duty;
  private final SeatRules rules;
  private final Seat seat;

  private Transitions(Duty duty, SeatRules rules) {
    this.duty = duty;
    this.rules = rules;
    this.seat = duty.seat();
  }

  static Decision decide(Duty duty, SeatEvent event, SeatRules rules) {
    return new Transitions(duty, rules).decide(event);
  }

  private Decision decide(SeatEvent event) {
    return switch (event) {
      case SeatEvent.GoOnline() -> goOnline();
      case SeatEvent.Drain() -> drain();
      case SeatEvent.GoOffline() -> goOffline();
      case SeatEvent.HangUp asked -> hangUp(asked);
      case SeatEvent.AskTime asked -> askTime(asked);
      case SeatEvent.TakeBreak() -> takeBreak();
      case SeatEvent.WithdrawBreak() -> withdrawBreak();
      case SeatEvent.DecideTime decided -> decideTime(decided);
      case SeatEvent.WarningDue() -> warn();
      case SeatEvent.HangUpDue() -> endHangUp();
      case SeatEvent.BreakDue() -> overrun();
      case SeatEvent.HoldDue() -> endHold();
      case SeatEvent.Lost() -> lose();
      case SeatEvent.Served() -> endDraining();
      case SeatEvent.Crowded() -> hangUpCrowded();
    };
  }

  private Decision goOnline() {
    return switch (seat.state()) {
      // groups and cap may be others since
      case ONLINE -> new Changed(seat, false, duty.agent().id(), null, duty.breaks(), List.of(), List.of());
      case HUNG_UP, ON_BREAK, DRAINING, OVERDUE, OFFLINE -> moved(to(AvailabilityState.ONLINE));
    };
  }

  private Decision drain() {
    return switch (seat.state()) {
      case DRAINING -> new Kept();
      case OFFLINE -> new Refused(Refusal.NOT_NOW);
      case ONLINE, HUNG_UP, ON_BREAK, OVERDUE ->
        moved(to(seat.open() > 0 ? AvailabilityState.DRAINING : AvailabilityState.OFFLINE));
    };
  }

  private Decision goOffline() {
    return switch (seat.state()) {
      case OFFLINE -> new Kept();
      case ONLINE, HUNG_UP, ON_BREAK, DRAINING, OVERDUE -> seat.open() > 0
          ? new Refused(Refusal.STILL_SERVING)
          : moved(to(AvailabilityState.OFFLINE));
    };
  }

  private Decision hangUp(SeatEvent.HangUp asked) {
    return switch (seat.state()) {
      case HUNG_UP, ON_BREAK, DRAINING, OVERDUE, OFFLINE -> new Refused(Refusal.NOT_NOW);
      case ONLINE -> {
        if (asked.reason().isBlank()) {
          yield new Refused(Refusal.REASON_MISSING);
        }
        if (asked.away().isBlank()) {
          yield new Refused(Refusal.AWAY_REPLY_MISSING);
        }
        if (asked.length().compareTo(rules.limit(duty.groups()).plus(seat.granted())) > 0) {
          yield new Refused(Refusal.NEEDS_CONSENT);
        }
        // who has a supervisor's consent may go though few are left
        if (seat.granted().isZero() && !isEnoughWithout()) {
          yield new Refused(Refusal.BELOW_FLOOR);
        }
        yield moved(hungUp(asked.reason(), asked.away(), asked.length()));
      }
    };
  }

  private Seat hungUp(@Nullable String reason, String away, Duration length) {
    return to(AvailabilityState.HUNG_UP).because(reason, away).until(duty.now() + length.toMillis());
  }

  private boolean isEnoughWithout() {
    return rules.isEnough(duty.groups(), duty::online, group -> 1);
  }

  private Decision askTime(SeatEvent.AskTime asked) {
    return switch (seat.state()) {
      case ON_BREAK, DRAINING, OVERDUE, OFFLINE -> new Refused(Refusal.NOT_NOW);
      case ONLINE, HUNG_UP -> {
        if (asked.reason().isBlank()) {
          yield new Refused(Refusal.REASON_MISSING);
        }
        if (asked.more().compareTo(rules.most(duty.groups())) > 0) {
          yield new Refused(Refusal.INVALID);
        }
        yield stays(seat.asking(asked.request()), List.of(), List.of(new ForSupervisors.TimeAsked(asked.request(),
            duty.agent().id(), duty.agent().name(), Math.toIntExact(asked.more().toMinutes()), asked.reason())));
      }
    };
  }

  private Decision decideTime(SeatEvent.DecideTime decided) {
    if (!decided.request().equals(seat.request())) {
      return new Refused(Refusal.NOT_FOUND);
    }
    boolean granted = decided.more().isPositive();
    if (decided.more().compareTo(rules.most(duty.groups())) > 0) {
      return new Refused(Refusal.INVALID);
    }
    var told = new ForAgent.TimeDecided(decided.request(), duty.agent().id(), granted,
        Math.toIntExact(decided.more().toMinutes()), decided.by(), decided.note());
    Seat answered = seat.asking(null);
    Long until = seat.until();
    if (granted && until != null) {
      Duration most = rules.limit(duty.groups()).plus(rules.most(duty.groups()));
      long longest = Math.max(until, seat.since() + most.toMillis());
      Seat longer = answered.until(Math.min(until + decided.more().toMillis(), longest));
      return new Changed(longer, true, decided.by(), null, duty.breaks(), List.of(told), List.of(told));
    }
    Seat next = granted ? answered.granted(decided.more()) : answered;
    return new Changed(next, false, decided.by(), null, duty.breaks(), List.of(told), List.of(told));
  }

  private Decision takeBreak() {
    return switch (seat.state()) {
      case HUNG_UP, DRAINING, OVERDUE, OFFLINE -> new Refused(Refusal.NOT_NOW);
      case ON_BREAK -> new Kept();
      case ONLINE -> {
        BreakLine breaks = duty.breaks();
        String agent = duty.agent().id();
        boolean kept = breaks.slotOf(agent) != null;
        if (!kept && (breaks.positionOf(agent) > 0 || !breaks.isFree(duty.groups(), rules)
            || breaks.isWanted(duty.groups()))) {
          yield standInLine(breaks, agent);
        }
        if (!isEnoughWithout()) {
          yield new Refused(Refusal.BELOW_FLOOR);
        }
        long end = duty.now() + rules.breakLength(duty.groups()).toMillis();
        yield new Changed(to(AvailabilityState.ON_BREAK).until(end), true, agent, null,
            breaks.with(new Slot(agent, duty.groups(), false, end)), List.of(), List.of());
      }
    };
  }

  private Decision standInLine(BreakLine breaks, String agent) {
    if (breaks.positionOf(agent) > 0) {
      return new Kept();
    }
    return new Changed(seat, false, agent, null, breaks.with(new Waiting(agent, duty.groups())), List.of(), List.of());
  }

  private Decision withdrawBreak() {
    return switch (seat.state()) {
      case HUNG_UP, ON_BREAK, DRAINING, OVERDUE, OFFLINE -> new Kept();
      case ONLINE -> isInBreaks()
          ? new Changed(seat, false, duty.agent().id(), null, breaksWithout(duty.online()),
              List.of(new ForAgent.BreakWaiting(0)), List.of())
          : new Kept();
    };
  }

  private boolean isInBreaks() {
    return duty.breaks().slotOf(duty.agent().id()) != null || duty.breaks().positionOf(duty.agent().id()) > 0;
  }

  private Decision warn() {
    return switch (seat.state()) {
      case ONLINE, ON_BREAK, DRAINING, OVERDUE, OFFLINE -> new Kept();
      case HUNG_UP -> {
        Long until = seat.until();
        if (until == null || until <= duty.now() || warningOf(seat, duty.groups(), rules) > duty.now()) {
          yield new Kept();
        }
        yield stays(seat, List.of(new ForAgent.AvailabilityWarned(until)), List.of());
      }
    };
  }

  /// When the agent is warned; long ago for one who is not.
  static long warningOf(Seat seat, Collection<String> groups, SeatRules rules) {
    return seat.until() == null ? Long.MIN_VALUE : seat.until() - rules.warned(groups).toMillis();
  }

  private Decision endHangUp() {
    return switch (seat.state()) {
      case ONLINE, ON_BREAK, DRAINING, OVERDUE, OFFLINE -> new Kept();
      case HUNG_UP -> {
        Long until = seat.until();
        if (until == null || !seat.isOver(duty.now())) {
          yield new Kept(); // there is more time since
        }
        Seat overdue = seat.to(AvailabilityState.OVERDUE, duty.now(), Gone.OVERDUE).because(seat.reason(), awayReply());
        yield new Changed(overdue, true, DESK, until + rules.grace(duty.groups()).toMillis(), duty.breaks(), List.of(),
            List.of(new ForSupervisors.AgentOverdue(duty.agent().id(), duty.agent().name(), duty.now())));
      }
    };
  }

  private String awayReply() {
    return seat.away() == null ? "" : seat.away();
  }

  private Decision overrun() {
    return switch (seat.state()) {
      case ONLINE, HUNG_UP, DRAINING, OVERDUE, OFFLINE -> new Kept();
      case ON_BREAK -> seat.until() != null && seat.isOver(duty.now())
          ? stays(seat, List.of(), List.of(
              new ForSupervisors.BreakOverrun(duty.agent().id(), duty.agent().name(), seat.until())))
          : new Kept();
    };
  }

  private Decision endHold() {
    return switch (seat.state()) {
      case HUNG_UP, ON_BREAK, DRAINING, OVERDUE, OFFLINE -> new Kept();
      case ONLINE -> {
        Slot slot = duty.breaks().slotOf(duty.agent().id());
        yield slot != null && slot.kept() && slot.until() <= duty.now()
            ? new Changed(seat, false, DESK, null, breaksWithout(duty.online()),
                List.of(new ForAgent.BreakWaiting(0)), List.of())
            : new Kept();
      }
    };
  }

  /// Who is away by the own word is so with or without a connection; the time for it goes on.
  private Decision lose() {
    return switch (seat.state()) {
      case HUNG_UP, ON_BREAK, OVERDUE, OFFLINE -> new Kept();
      case ONLINE -> lost(Gone.LOST);
      case DRAINING -> lost(Gone.LEFT);
    };
  }

  private Decision lost(Gone why) {
    return duty.alive()
        ? new Kept()
        : moved(seat.to(AvailabilityState.OFFLINE, duty.now(), why), DESK, duty.now());
  }

  private Decision endDraining() {
    return switch (seat.state()) {
      case ONLINE, HUNG_UP, ON_BREAK, OVERDUE, OFFLINE -> new Kept();
      case DRAINING -> seat.open() == 0 ? moved(to(AvailabilityState.OFFLINE), DESK, null) : new Kept();
    };
  }

  private Decision hangUpCrowded() {
    return switch (seat.state()) {
      case HUNG_UP, ON_BREAK, DRAINING, OVERDUE, OFFLINE -> new Kept();
      case ONLINE -> {
        if (seat.hangUpAt() == 0 || seat.open() < seat.hangUpAt()) {
          yield new Kept();
        }
        yield !seat.awayText().isBlank() && isEnoughWithout()
            ? moved(hungUp(null, seat.awayText(), rules.limit(duty.groups())), DESK, null)
            : stays(seat, List.of(), List.of()); // the desk needs the agent: takes buyers again
      }
    };
  }

  private Seat to(AvailabilityState next) {
    return seat.to(next, duty.now(), null);
  }

  private Changed stays(Seat next, List<ForAgent> told, List<ForSupervisors> supervisors) {
    return new Changed(next, false, duty.agent().id(), null, duty.breaks(), told, supervisors);
  }

  private Changed moved(Seat next) {
    return moved(next, duty.agent().id(), null);
  }

  /// Whoever goes or comes leaves the line and gives the slot back.
  private Changed moved(Seat next, String by, @Nullable Long routedFrom) {
    boolean waited = isInBreaks() && seat.state() != AvailabilityState.ON_BREAK;
    return new Changed(next, true, by, routedFrom, breaksWithout(duty.onlineAfter(next.state())),
        waited ? List.of(new ForAgent.BreakWaiting(0)) : List.of(), List.of());
  }

  private BreakLine breaksWithout(Map<String, Integer> online) {
    return duty.breaks().without(duty.agent().id()).handedOut(duty.now(), online, rules);
  }
}
