package dev.xiaoer.availability;

import dev.xiaoer.availability.BreakLine.Slot;
import dev.xiaoer.availability.BreakLine.Waiting;
import dev.xiaoer.availability.Decision.Changed;
import dev.xiaoer.availability.Decision.Kept;
import dev.xiaoer.availability.Decision.Refused;
import dev.xiaoer.protocol.AvailabilityState;
import dev.xiaoer.protocol.ForSupervisors;
import dev.xiaoer.protocol.Refusal;
import java.util.List;

/// What becomes of a seat by breaks, and by the time for them (B1).
record Breaks(Moves moves) {

  Decision take() {
    return switch (moves.seat().state()) {
      case HUNG_UP, DRAINING, OVERDUE, OFFLINE -> new Refused(Refusal.NOT_NOW);
      case ON_BREAK -> new Kept();
      case ONLINE -> {
        if (!isForMe()) {
          yield standInLine();
        }
        yield moves.isEnoughWithout() ? begin() : new Refused(Refusal.BELOW_FLOOR);
      }
    };
  }

  /// It was kept, or there is one and nobody is in front.
  private boolean isForMe() {
    BreakLine line = moves.duty().breaks();
    return line.slotOf(moves.agent()) != null || (line.positionOf(moves.agent()) == 0
        && line.isFree(moves.groups(), moves.rules()) && !line.isWanted(moves.groups()));
  }

  private Changed begin() {
    long end = moves.duty().now() + moves.rules().breakLength(moves.groups()).toMillis();
    return new Changed(moves.to(AvailabilityState.ON_BREAK).until(end), true, moves.agent(), null,
        moves.duty().breaks().with(new Slot(moves.agent(), moves.groups(), false, end)), List.of(), List.of());
  }

  private Decision standInLine() {
    BreakLine line = moves.duty().breaks();
    return line.positionOf(moves.agent()) > 0
        ? new Kept()
        : new Changed(moves.seat(), false, moves.agent(), null, line.with(new Waiting(moves.agent(), moves.groups())),
            List.of(), List.of());
  }

  Decision withdraw() {
    return moves.seat().state() == AvailabilityState.ONLINE && moves.isInBreaks()
        ? moves.outOfBreaks(moves.agent())
        : new Kept();
  }

  /// The break is over and the agent is not back: the slot stays taken.
  Decision overrun() {
    Seat seat = moves.seat();
    Long until = seat.until();
    return seat.state() == AvailabilityState.ON_BREAK && until != null && seat.isOver(moves.duty().now())
        ? moves.stays(seat, List.of(),
            List.of(new ForSupervisors.BreakOverrun(moves.agent(), moves.duty().agent().name(), until)))
        : new Kept();
  }

  /// What was kept has not been taken.
  Decision endHold() {
    Slot slot = moves.duty().breaks().slotOf(moves.agent());
    return slot != null && slot.kept() && slot.until() <= moves.duty().now()
        ? moves.outOfBreaks(Moves.DESK)
        : new Kept();
  }
}
