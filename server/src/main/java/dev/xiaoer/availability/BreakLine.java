package dev.xiaoer.availability;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who of a desk has a break, and who stands in line for one. There is one line; who stands further back goes first if
/// nobody in front could have that place.
///
/// @param slots taken, or kept for somebody
/// @param line the next one first
record BreakLine(List<Slot> slots, List<Waiting> line) {

  static final BreakLine NONE = new BreakLine(List.of(), List.of());

  /// @param kept for an agent who has not begun yet
  /// @param until when it is over, in ms
  record Slot(String agent, Collection<String> groups, boolean kept, long until) {}

  record Waiting(String agent, Collection<String> groups) {}

  BreakLine {
    slots = List.copyOf(slots);
    line = List.copyOf(line);
  }

  @Nullable
  Slot slotOf(String agent) {
    return slots.stream().filter(slot -> slot.agent().equals(agent)).findFirst().orElse(null);
  }

  /// 1 is the next; 0 for somebody who is not in it.
  int positionOf(String agent) {
    for (int i = 0; i < line.size(); i++) {
      if (line.get(i).agent().equals(agent)) {
        return i + 1;
      }
    }
    return 0;
  }

  boolean isFree(Collection<String> groups, SeatRules rules) {
    return groups.stream().allMatch(group -> taken(group, false) < rules.atOnce(group));
  }

  boolean isWanted(Collection<String> groups) {
    return line.stream().anyMatch(waiting -> !Collections.disjoint(waiting.groups(), groups));
  }

  private int taken(String group, boolean keptOnly) {
    return (int) slots.stream().filter(slot -> slot.groups().contains(group) && (slot.kept() || !keptOnly)).count();
  }

  BreakLine without(String agent) {
    return new BreakLine(slots.stream().filter(slot -> !slot.agent().equals(agent)).toList(),
        line.stream().filter(waiting -> !waiting.agent().equals(agent)).toList());
  }

  BreakLine with(Slot slot) {
    BreakLine rest = without(slot.agent());
    var all = new ArrayList<>(rest.slots);
    all.add(slot);
    return new BreakLine(all, rest.line);
  }

  BreakLine with(Waiting last) {
    var all = new ArrayList<>(line);
    all.add(last);
    return new BreakLine(slots, all);
  }

  /// Keeps places that are free for those who stand in line.
  ///
  /// @param online how many of each group are
  BreakLine handedOut(long now, Map<String, Integer> online, SeatRules rules) {
    BreakLine after = this;
    for (Waiting next : line) {
      BreakLine sofar = after;
      if (sofar.isFree(next.groups(), rules) && rules.isEnough(next.groups(),
          group -> online.getOrDefault(group, 0), group -> sofar.taken(group, true) + 1)) {
        after = sofar.with(new Slot(next.agent(), next.groups(), true, now + rules.hold(next.groups()).toMillis()));
      }
    }
    return after;
  }
}
