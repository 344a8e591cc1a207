package dev.xiaoer.bench.dialect;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which agents' places have become free, and by which of the bench's numbers; the buyer who hears next that the agent is
/// theirs has got that place. Used on the generator's thread only.
final class DeskPlaces {

  /// One end of a conversation.
  record Freed(int phase, int number) {}

  private final Map<String, Deque<Freed>> free = new HashMap<>();
  private int given;

  void freed(String agent, Freed place) {
    free.computeIfAbsent(agent, none -> new ArrayDeque<>()).add(place);
  }

  /// @return null where the agent had a place from the beginning
  @Nullable
  Freed taken(String agent) {
    Deque<Freed> places = free.get(agent);
    return places == null ? null : places.poll();
  }

  void given() {
    given++;
  }

  /// How many conversations the agents were given.
  int allGiven() {
    return given;
  }
}
