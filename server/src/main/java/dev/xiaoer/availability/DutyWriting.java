package dev.xiaoer.availability;

import dev.xiaoer.availability.Availability.TimeRequest;
import dev.xiaoer.availability.Decision.Changed;
import dev.xiaoer.availability.RedisDuties.Place;
import dev.xiaoer.availability.RedisDuties.Places;
import dev.xiaoer.availability.RedisDuties.Read;
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

  /// @param asking the agent who asks for it, and so is there; null when nobody does
  /// @param ref of the command, '' if there is none
  Written of(Read read, SeatEvent event, Changed change, @Nullable Agent asking, String ref) {
    Duty duty = read.duty();
    Seat after = change.next();
    boolean breaksChange = !change.breaks().equals(duty.breaks());
    String timer = SeatTimer.kindOf(event);
    SeatFields fields = SeatFields.of(after, asking, ref);
    SeatTimers timers = timers(duty, change, timer);
    List<ForSupervisors> supervisors = supervisors(duty, change);
    return new Written(timer == null ? "" : timer, read.revision(),
        breaksChange || isShared(duty, event) ? read.shared() : "", duty.seat().open(),
        event instanceof SeatEvent.Lost ? Long.toString(silence().toMillis()) : "", fields.set(), fields.cleared(),
        asking == null ? "" : Long.toString(leases.agent().toMillis()), change.moved(),
        change.routedFrom() == null ? "" : Long.toString(change.routedFrom()),
        json.write(new Began(after.state(), after.reason(), change.by())), settings.daysKept().toMillis(),
        timers.cancelled, timers.armed, breaksChange ? places(change.breaks()) : null, dropped(duty.seat(), after),
        requests(supervisors, duty.now()), told(duty, change), supervisors.stream().map(json::write).toList());
  }

  /// How long a lease has to be over before its agent is lost.
  Duration silence() {
    return leases.grace().minus(leases.agent());
  }

  private SeatTimers timers(Duty duty, Changed change, @Nullable String done) {
    var timers = new SeatTimers();
    String agent = duty.agent().id();
    if (done != null) {
      timers.cancel(done, agent);
    }
    if (change.moved()) {
      timers.ofState(agent, duty.groups(), change.next(), duty.now(), rules);
    }
    timers.ofHolds(duty.breaks(), change.breaks());
    return timers;
  }

  private List<Told> told(Duty duty, Changed change) {
    var told = new ArrayList<Told>();
    Seat after = change.next();
    if (change.moved()) {
      told.add(tell(duty.agent().id(), new ForAgent.AvailabilityChanged(after.state(), after.since(), after.until(),
          after.reason(), after.away())));
    }
    change.told().forEach(one -> told.add(tell(duty.agent().id(), one)));
    change.breaks().newlyKept(duty.breaks())
        .forEach(slot -> told.add(tell(slot.agent(), new ForAgent.BreakReady(slot.until()))));
    change.breaks().line().stream().map(BreakLine.Waiting::agent)
        .filter(agent -> change.breaks().positionOf(agent) != duty.breaks().positionOf(agent))
        .forEach(agent -> told.add(tell(agent, new ForAgent.BreakWaiting(change.breaks().positionOf(agent)))));
    return told;
  }

  private Told tell(String agent, ForAgent event) {
    return new Told(agent, json.write(event));
  }

  private static List<ForSupervisors> supervisors(Duty duty, Changed change) {
    var told = new ArrayList<ForSupervisors>();
    Seat after = change.next();
    if (change.moved()) {
      told.add(new ForSupervisors.AgentChanged(duty.agent().id(), duty.agent().name(), after.state(), after.since(),
          after.until(), after.reason()));
    }
    told.addAll(change.supervisors());
    return told;
  }

  private static Places places(BreakLine line) {
    return new Places(
        line.slots().stream().map(slot -> new Place(slot.agent(), Long.toString(slot.until()))).toList(),
        line.line().stream().map(BreakLine.Waiting::agent).toList());
  }

  /// Whether it was decided by what others do.
  private boolean isShared(Duty duty, SeatEvent event) {
    return switch (event) {
      case SeatEvent.TakeBreak(), SeatEvent.WithdrawBreak(), SeatEvent.HoldDue() -> true;
      case SeatEvent.HangUp _, SeatEvent.Crowded _, SeatEvent.GoOnline _ -> duty.groups().stream()
          .anyMatch(group -> rules.floor(group) > 0);
      case SeatEvent.Drain _, SeatEvent.GoOffline _, SeatEvent.WarningDue _, SeatEvent.HangUpDue _,
          SeatEvent.BreakDue _, SeatEvent.Lost _, SeatEvent.Served _, SeatEvent.AskTime _, SeatEvent.DecideTime _ ->
        false;
    };
  }

  private static List<String> dropped(Seat before, Seat after) {
    return before.request() == null || before.request().equals(after.request()) ? List.of() : List.of(before.request());
  }

  /// What is asked for now.
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
