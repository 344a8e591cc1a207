package dev.xiaoer.availability;

import dev.xiaoer.availability.Availability.TimeRequest;
import dev.xiaoer.availability.BreakLine.Slot;
import dev.xiaoer.availability.Decision.Changed;
import dev.xiaoer.availability.RedisDuties.Breaks;
import dev.xiaoer.availability.RedisDuties.Kept;
import dev.xiaoer.availability.RedisDuties.Read;
import dev.xiaoer.availability.RedisDuties.Timed;
import dev.xiaoer.availability.RedisDuties.Told;
import dev.xiaoer.availability.RedisDuties.Written;
import dev.xiaoer.json.StrictJson;
import dev.xiaoer.protocol.AvailabilityState;
import dev.xiaoer.protocol.ForAgent;
import dev.xiaoer.protocol.ForSupervisors;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Spells out what a decision means for the store: fields, timers, the line for breaks, and what is told to whom.
final class DutyWriting {

  private final StrictJson json;
  private final SeatRules rules;
  private final LeaseSettings leases;
  private final AvailabilitySettings settings;

  DutyWriting(StrictJson json, SeatRules rules, LeaseSettings leases, AvailabilitySettings settings) {
    this.json = json;
    this.rules = rules;
    this.leases = leases;
    this.settings = settings;
  }

  /// What is kept of an interval: it ends where the next one begins.
  record Began(AvailabilityState state, @Nullable String reason, String by) {}

  /// @param asks whether the agent asks for it, and so is there
  /// @param ref of the command, '' if there is none
  Written of(Read read, SeatEvent event, Changed change, boolean asks, String ref) {
    Duty duty = read.duty();
    Seat before = duty.seat();
    Seat after = change.next();
    var set = new HashMap<String, String>();
    var cleared = new ArrayList<String>();
    set.put("state", after.state().name());
    set.put("since", Long.toString(after.since()));
    put(set, cleared, "until", after.until() == null ? null : Long.toString(after.until()));
    put(set, cleared, "reason", after.reason());
    put(set, cleared, "away", after.away());
    put(set, cleared, "granted", after.granted().isZero() ? null : Long.toString(after.granted().toMillis()));
    put(set, cleared, "request", after.request());
    put(set, cleared, "gone", after.gone() == null ? null : after.gone().name());
    if (asks) {
      set.put("name", duty.agent().name());
      set.put("groups", String.join(",", duty.agent().groups()));
      set.put("cap", Integer.toString(duty.agent().cap()));
    }
    if (!ref.isEmpty()) {
      set.put("ref", ref);
    }
    var timers = new Timers();
    ofState(timers, duty, change, event);
    var told = new ArrayList<Told>();
    var supervisors = new ArrayList<ForSupervisors>();
    if (change.moved()) {
      told.add(tell(duty.agent().id(), new ForAgent.AvailabilityChanged(after.state(), after.since(), after.until(),
          after.reason(), after.away())));
      supervisors.add(new ForSupervisors.AgentChanged(duty.agent().id(), duty.agent().name(), after.state(),
          after.since(), after.until(), after.reason()));
    }
    change.told().forEach(one -> told.add(tell(duty.agent().id(), one)));
    supervisors.addAll(change.supervisors());
    boolean breaksChange = !change.breaks().equals(duty.breaks());
    if (breaksChange) {
      ofBreaks(timers, told, duty.breaks(), change.breaks());
    }
    boolean asked = after.request() != null && !after.request().equals(before.request());
    return new Written(read.revision(), breaksChange || isShared(duty, event) ? read.shared() : "", before.open(),
        event instanceof SeatEvent.Lost ? Long.toString(silence().toMillis()) : "", set, cleared,
        asks ? Long.toString(leases.agent().toMillis()) : "", change.moved(),
        change.routedFrom() == null ? "" : Long.toString(change.routedFrom()),
        json.write(new Began(after.state(), after.reason(), change.by())), settings.daysKept().toMillis(),
        timers.cancelled, timers.armed, breaksChange ? breaks(change.breaks()) : null,
        before.request() == null || before.request().equals(after.request()) ? List.of() : List.of(before.request()),
        asked ? requests(supervisors, duty.now()) : Map.of(), told, supervisors.stream().map(json::write).toList());
  }

  private static void put(Map<String, String> set, List<String> cleared, String field, @Nullable String value) {
    if (value == null) {
      cleared.add(field);
    } else {
      set.put(field, value);
    }
  }

  /// How long a lease has to be over before its agent is lost.
  Duration silence() {
    return leases.grace().minus(leases.agent());
  }

  private Told tell(String agent, ForAgent event) {
    return new Told(agent, json.write(event));
  }

  private static final class Timers {
    final List<Timed> cancelled = new ArrayList<>();
    final List<Timed> armed = new ArrayList<>();

    void cancel(String kind, String agent) {
      cancelled.add(new Timed(kind, agent, ""));
    }

    void arm(String kind, String agent, long due) {
      armed.add(new Timed(kind, agent, Long.toString(due)));
    }
  }

  private void ofState(Timers timers, Duty duty, Changed change, SeatEvent event) {
    String agent = duty.agent().id();
    String done = SeatTimer.kindOf(event);
    if (done != null) {
      timers.cancel(done, agent);
    }
    if (!change.moved()) {
      return;
    }
    timers.cancel(SeatTimer.WARNING, agent);
    timers.cancel(SeatTimer.HANG_UP, agent);
    timers.cancel(SeatTimer.BREAK, agent);
    Seat after = change.next();
    Long until = after.until();
    if (until == null) {
      return;
    }
    if (after.state() == AvailabilityState.ON_BREAK) {
      timers.arm(SeatTimer.BREAK, agent, until);
    } else {
      timers.arm(SeatTimer.HANG_UP, agent, until);
      long warning = Transitions.warningOf(after, duty.groups(), rules);
      if (warning > duty.now() && warning < until) {
        timers.arm(SeatTimer.WARNING, agent, warning);
      }
    }
  }

  private void ofBreaks(Timers timers, List<Told> told, BreakLine before, BreakLine after) {
    for (Slot slot : before.slots()) {
      Slot now = after.slotOf(slot.agent());
      if (slot.kept() && (now == null || !now.kept())) {
        timers.cancel(SeatTimer.HOLD, slot.agent());
      }
    }
    for (Slot slot : after.slots()) {
      if (slot.kept() && before.slotOf(slot.agent()) == null) {
        timers.arm(SeatTimer.HOLD, slot.agent(), slot.until());
        told.add(tell(slot.agent(), new ForAgent.BreakReady(slot.until())));
      }
    }
    for (int i = 0; i < after.line().size(); i++) {
      String agent = after.line().get(i).agent();
      if (before.positionOf(agent) != i + 1) {
        told.add(tell(agent, new ForAgent.BreakWaiting(i + 1)));
      }
    }
  }

  private static Breaks breaks(BreakLine line) {
    return new Breaks(line.slots().stream().map(slot -> new Kept(slot.agent(), Long.toString(slot.until()))).toList(),
        line.line().stream().map(BreakLine.Waiting::agent).toList());
  }

  /// Whether it was decided by what others do.
  private boolean isShared(Duty duty, SeatEvent event) {
    boolean floored = duty.groups().stream().anyMatch(group -> rules.floor(group) > 0);
    return switch (event) {
      case SeatEvent.TakeBreak(), SeatEvent.WithdrawBreak(), SeatEvent.HoldDue() -> true;
      case SeatEvent.HangUp hangUp -> floored;
      case SeatEvent.Crowded() -> floored;
      case SeatEvent.GoOnline(), SeatEvent.Drain(), SeatEvent.GoOffline(), SeatEvent.WarningDue(),
          SeatEvent.HangUpDue(), SeatEvent.BreakDue(), SeatEvent.Lost(), SeatEvent.Served() ->
        false;
      case SeatEvent.AskTime asked -> false;
      case SeatEvent.DecideTime decided -> false;
    };
  }

  private Map<String, String> requests(List<ForSupervisors> told, long now) {
    var requests = new HashMap<String, String>();
    for (ForSupervisors one : told) {
      if (one instanceof ForSupervisors.TimeAsked(var request, var agent, var name, int minutes, var reason)) {
        requests.put(request, json.write(new TimeRequest(request, agent, name, minutes, reason, now)));
      }
    }
    return requests;
  }
}
