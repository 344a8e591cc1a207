package dev.xiaoer.availability;

import dev.xiaoer.availability.Availability.Gone.Why;
import dev.xiaoer.availability.Decision.Kept;
import dev.xiaoer.availability.Decision.Refused;
import dev.xiaoer.protocol.AvailabilityState;
import dev.xiaoer.protocol.Refusal;
import java.util.List;

/// All that can become of a seat: every state, every event. Nothing is done here.
record Transitions(Moves moves) {

  static Decision decide(Duty duty, SeatEvent event, SeatRules rules) {
    return new Transitions(new Moves(duty, rules)).decide(event);
  }

  private Decision decide(SeatEvent event) {
    var hangUps = new HangUps(moves);
    var breaks = new Breaks(moves);
    return switch (event) {
      case SeatEvent.GoOnline() -> goOnline();
      case SeatEvent.Drain() -> drain();
      case SeatEvent.GoOffline() -> goOffline();
      case SeatEvent.HangUp asked -> hangUps.hangUp(asked);
      case SeatEvent.AskTime asked -> hangUps.askTime(asked);
      case SeatEvent.DecideTime decided -> hangUps.decideTime(decided);
      case SeatEvent.TakeBreak() -> breaks.take();
      case SeatEvent.WithdrawBreak() -> breaks.withdraw();
      case SeatEvent.WarningDue() -> hangUps.warn();
      case SeatEvent.HangUpDue() -> hangUps.end();
      case SeatEvent.BreakDue() -> breaks.overrun();
      case SeatEvent.HoldDue() -> breaks.endHold();
      case SeatEvent.Lost() -> lose();
      case SeatEvent.Served() -> endDraining();
      case SeatEvent.Crowded() -> hangUps.crowded();
    };
  }

  private Decision goOnline() {
    return switch (moves.seat().state()) {
      // groups and cap may be others since
      case ONLINE -> moves.stays(moves.seat(), List.of(), List.of());
      case HUNG_UP, ON_BREAK, DRAINING, OVERDUE, OFFLINE -> moves.moved(moves.to(AvailabilityState.ONLINE));
    };
  }

  private Decision drain() {
    return switch (moves.seat().state()) {
      case DRAINING -> new Kept();
      case OFFLINE -> new Refused(Refusal.NOT_NOW);
      case ONLINE, HUNG_UP, ON_BREAK, OVERDUE -> moves.moved(
          moves.to(moves.seat().open() > 0 ? AvailabilityState.DRAINING : AvailabilityState.OFFLINE));
    };
  }

  private Decision goOffline() {
    return switch (moves.seat().state()) {
      case OFFLINE -> new Kept();
      case ONLINE, HUNG_UP, ON_BREAK, DRAINING, OVERDUE -> moves.seat().open() > 0
          ? new Refused(Refusal.STILL_SERVING)
          : moves.moved(moves.to(AvailabilityState.OFFLINE));
    };
  }

  /// Who is away by the own word is so with or without a connection; the time for it goes on.
  private Decision lose() {
    return switch (moves.seat().state()) {
      case HUNG_UP, ON_BREAK, OVERDUE, OFFLINE -> new Kept();
      case ONLINE -> lost(Why.LOST);
      case DRAINING -> lost(Why.LEFT);
    };
  }

  private Decision lost(Why why) {
    long now = moves.duty().now();
    return moves.duty().alive()
        ? new Kept()
        : moves.moved(moves.seat().to(AvailabilityState.OFFLINE, now, why), Moves.DESK, now);
  }

  private Decision endDraining() {
    return moves.seat().state() == AvailabilityState.DRAINING && moves.seat().open() == 0
        ? moves.moved(moves.to(AvailabilityState.OFFLINE), Moves.DESK, null)
        : new Kept();
  }
}
