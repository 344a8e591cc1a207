package dev.xiaoer.availability;

import dev.xiaoer.availability.Availability.Gone.Why;
import dev.xiaoer.availability.Decision.Changed;
import dev.xiaoer.availability.Decision.Kept;
import dev.xiaoer.availability.Decision.Refused;
import dev.xiaoer.protocol.AvailabilityState;
import dev.xiaoer.protocol.ForAgent;
import dev.xiaoer.protocol.ForSupervisors;
import dev.xiaoer.protocol.Refusal;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What becomes of a seat by hanging up, and by the time for it (B2).
record HangUps(Moves moves) {

  Decision hangUp(SeatEvent.HangUp asked) {
    return switch (moves.seat().state()) {
      case HUNG_UP, ON_BREAK, DRAINING, OVERDUE, OFFLINE -> new Refused(Refusal.NOT_NOW);
      case ONLINE -> {
        Refusal why = whyNot(asked);
        yield why == null
            ? moves.moved(hungUp(asked.reason(), asked.away(), asked.length()))
            : new Refused(why);
      }
    };
  }

  private @Nullable Refusal whyNot(SeatEvent.HangUp asked) {
    Duration granted = moves.seat().granted();
    if (asked.reason().isBlank()) {
      return Refusal.REASON_MISSING;
    }
    if (asked.away().isBlank()) {
      return Refusal.AWAY_REPLY_MISSING;
    }
    if (asked.length().compareTo(limit().plus(granted)) > 0) {
      return Refusal.NEEDS_CONSENT;
    }
    // who has a supervisor's consent may go though few are left
    return granted.isZero() && !moves.isEnoughWithout() ? Refusal.BELOW_FLOOR : null;
  }

  private Duration limit() {
    return moves.rules().limit(moves.groups());
  }

  private Duration most() {
    return moves.rules().most(moves.groups());
  }

  private Seat hungUp(@Nullable String reason, String away, Duration length) {
    return moves.to(AvailabilityState.HUNG_UP).because(reason, away)
        .until(moves.duty().now() + length.toMillis());
  }

  Decision askTime(SeatEvent.AskTime asked) {
    return switch (moves.seat().state()) {
      case ON_BREAK, DRAINING, OVERDUE, OFFLINE -> new Refused(Refusal.NOT_NOW);
      case ONLINE, HUNG_UP -> {
        if (asked.reason().isBlank()) {
          yield new Refused(Refusal.REASON_MISSING);
        }
        if (asked.more().compareTo(most()) > 0) {
          yield new Refused(Refusal.INVALID);
        }
        var told = new ForSupervisors.TimeAsked(asked.request(), moves.agent(), moves.duty().agent().name(),
            Math.toIntExact(asked.more().toMinutes()), asked.reason());
        yield moves.stays(moves.seat().asking(asked.request()), List.of(), List.of(told));
      }
    };
  }

  Decision decideTime(SeatEvent.DecideTime decided) {
    Seat seat = moves.seat();
    if (!decided.request().equals(seat.request())) {
      return new Refused(Refusal.NOT_FOUND);
    }
    if (decided.more().compareTo(most()) > 0) {
      return new Refused(Refusal.INVALID);
    }
    boolean granted = decided.more().isPositive();
    if (granted && decided.by().equals(moves.agent())) {
      return new Refused(Refusal.FORBIDDEN); // leaders too ask somebody else
    }
    Seat answered = seat.asking(null);
    Long until = seat.until();
    if (!granted) {
      return decided(answered, false, decided);
    }
    return until == null
        ? decided(answered.granted(decided.more()), false, decided)
        : decided(answered.until(longer(until, decided.more())), true, decided);
  }

  private Changed decided(Seat next, boolean moved, SeatEvent.DecideTime decided) {
    var told = new ForAgent.TimeDecided(decided.request(), moves.agent(), decided.more().isPositive(),
        Math.toIntExact(decided.more().toMinutes()), decided.by(), decided.note());
    return new Changed(next, moved, decided.by(), null, moves.duty().breaks(), List.of(told), List.of(told));
  }

  private long longer(long until, Duration more) {
    long longest = Math.max(until, moves.seat().since() + limit().plus(most()).toMillis());
    return Math.min(until + more.toMillis(), longest);
  }

  Decision warn() {
    Seat seat = moves.seat();
    Long until = seat.until();
    long now = moves.duty().now();
    if (seat.state() != AvailabilityState.HUNG_UP || until == null || seat.isOver(now)
        || warningOf(seat, moves.groups(), moves.rules()) > now) {
      return new Kept();
    }
    return moves.stays(seat, List.of(new ForAgent.AvailabilityWarned(until)), List.of());
  }

  /// When the agent is warned; long ago for one who is not.
  static long warningOf(Seat seat, Collection<String> groups, SeatRules rules) {
    return seat.until() == null ? Long.MIN_VALUE : seat.until() - rules.warned(groups).toMillis();
  }

  /// Overdue since the agreed end, whenever that is found.
  Decision end() {
    Seat seat = moves.seat();
    Long until = seat.until();
    if (seat.state() != AvailabilityState.HUNG_UP || until == null || !seat.isOver(moves.duty().now())) {
      return new Kept(); // back, or there is more time since
    }
    Seat overdue = seat.to(AvailabilityState.OVERDUE, until, Why.OVERDUE)
        .because(seat.reason(), seat.away() == null ? "" : seat.away());
    return new Changed(overdue, true, Moves.DESK, until + moves.rules().grace(moves.groups()).toMillis(),
        moves.duty().breaks(), List.of(),
        List.of(new ForSupervisors.AgentOverdue(moves.agent(), moves.duty().agent().name(), until)));
  }

  /// As many are open as the agent wishes at once.
  Decision crowded() {
    Seat seat = moves.seat();
    if (seat.state() != AvailabilityState.ONLINE || seat.hangUpAt() == 0 || seat.open() < seat.hangUpAt()) {
      return new Kept();
    }
    return !seat.awayText().isBlank() && moves.isEnoughWithout()
        ? moves.moved(hungUp(null, seat.awayText(), limit()), Moves.DESK, null)
        : moves.stays(seat, List.of(), List.of()); // the desk needs the agent, who takes buyers again
  }
}
