package dev.xiaoer.availability;

import dev.xiaoer.availability.BreakLine.Slot;
import dev.xiaoer.availability.RedisDuties.Timed;
import dev.xiaoer.protocol.AvailabilityState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The timers that a decision ends and begins. Those that end are cancelled first.
final class SeatTimers {

  final List<Timed> cancelled = new ArrayList<>();
  final List<Timed> armed = new ArrayList<>();

  void cancel(String kind, String agent) {
    cancelled.add(new Timed(kind, agent, ""));
  }

  private void arm(String kind, String agent, long due) {
    armed.add(new Timed(kind, agent, Long.toString(due)));
  }

  /// Another state begins, or the time for it is another.
  void ofState(String agent, Collection<String> groups, Seat seat, long now, SeatRules rules) {
    cancel(SeatTimer.WARNING, agent);
    cancel(SeatTimer.HANG_UP, agent);
    cancel(SeatTimer.BREAK, agent);
    Long until = seat.until();
    if (until == null) {
      return;
    }
    if (seat.state() == AvailabilityState.ON_BREAK) {
      arm(SeatTimer.BREAK, agent, until);
      return;
    }
    arm(SeatTimer.HANG_UP, agent, until);
    long warning = HangUps.warningOf(seat, groups, rules);
    if (warning > now && warning < until) {
      arm(SeatTimer.WARNING, agent, warning);
    }
  }

  /// What is kept for somebody ends by itself.
  void ofHolds(BreakLine before, BreakLine after) {
    before.slots().stream().filter(slot -> slot.kept() && !isKept(after.slotOf(slot.agent())))
        .forEach(slot -> cancel(SeatTimer.HOLD, slot.agent()));
    after.newlyKept(before).forEach(slot -> arm(SeatTimer.HOLD, slot.agent(), slot.until()));
  }

  private static boolean isKept(@Nullable Slot slot) {
    return slot != null && slot.kept();
  }
}
