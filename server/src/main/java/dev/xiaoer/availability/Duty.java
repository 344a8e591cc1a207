package dev.xiaoer.availability;

import dev.xiaoer.protocol.AvailabilityState;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// What a decision on a seat is made of, read at one moment.
///
/// @param now the desk's time, in ms
/// @param agent whose seat it is, as the desk knows them or as they come in
/// @param alive whether the agent's lease stands, or has ended for less than the grace
/// @param online how many agents of each group are
record Duty(long now, Agent agent, Seat seat, boolean alive, BreakLine breaks, Map<String, Integer> online) {

  Duty {
    online = Map.copyOf(online);
  }

  Collection<String> groups() {
    return agent.groups();
  }

  int online(String group) {
    return online.getOrDefault(group, 0);
  }

  /// How many are online once the agent has gone from one state to another.
  Map<String, Integer> onlineAfter(AvailabilityState next) {
    int more = (next == AvailabilityState.ONLINE ? 1 : 0) - (seat.state() == AvailabilityState.ONLINE ? 1 : 0);
    var after = new HashMap<>(online);
    groups().forEach(group -> after.merge(group, more, Integer::sum));
    return after;
  }
}
