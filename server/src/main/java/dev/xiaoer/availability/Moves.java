package dev.xiaoer.availability;

import dev.xiaoer.availability.Decision.Changed;
import dev.xiaoer.protocol.AvailabilityState;
import dev.xiaoer.protocol.ForAgent;
import dev.xiaoer.protocol.ForSupervisors;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What can be made of one seat at one moment; what is made of it is decided elsewhere.
record Moves(Duty duty, SeatRules rules) {

  /// Who is named when nobody has asked for it.
  static final String DESK = "desk";

  Seat seat() {
    return duty.seat();
  }

  String agent() {
    return duty.agent().id();
  }

  Collection<String> groups() {
    return duty.groups();
  }

  /// Another state begins now.
  Seat to(AvailabilityState next) {
    return seat().to(next, duty.now(), null);
  }

  Changed stays(Seat next, List<ForAgent> told, List<ForSupervisors> supervisors) {
    return new Changed(next, false, agent(), null, duty.breaks(), told, supervisors);
  }

  Changed moved(Seat next) {
    return moved(next, agent(), null);
  }

  /// Whoever goes or comes leaves the line and gives the slot back.
  ///
  /// @param routedFrom from when on waiting buyers are taken from the agent, in ms; null for not at all
  Changed moved(Seat next, String by, @Nullable Long routedFrom) {
    boolean waited = isInBreaks() && seat().state() != AvailabilityState.ON_BREAK;
    return new Changed(next, true, by, routedFrom, breaksWithout(duty.onlineAfter(next.state())),
        waited ? List.of(new ForAgent.BreakWaiting(0)) : List.of(), List.of());
  }

  /// Has no part in the breaks any more.
  Changed outOfBreaks(String by) {
    return new Changed(seat(), false, by, null, breaksWithout(duty.online()), List.of(new ForAgent.BreakWaiting(0)),
        List.of());
  }

  private BreakLine breaksWithout(Map<String, Integer> online) {
    return duty.breaks().without(agent()).handedOut(duty.now(), online, rules);
  }

  boolean isInBreaks() {
    return duty.breaks().slotOf(agent()) != null || duty.breaks().positionOf(agent()) > 0;
  }

  /// Whether enough of each group are left online if the agent goes.
  boolean isEnoughWithout() {
    return rules.isEnough(groups(), duty::online, group -> 1);
  }
}
