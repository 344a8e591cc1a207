package dev.xiaoer.routing;

import dev.xiaoer.availability.DeskKeys;
import dev.xiaoer.redis.RedisLink;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/// A desk's keys, read at one moment by the test, and what has to be true of them at every moment.
///
/// @param owners `<claim> <agent>` by conversation
/// @param held transfers that hold a place, by agent
/// @param queues waiting conversations by group, first in line first
record DeskState(Map<String, String> owners, Set<String> claims, Map<String, String> places,
    Map<String, String> groups, Map<String, List<String>> queues, Map<String, Set<String>> owned,
    Map<String, Set<String>> held, Map<String, Map<String, String>> seats, Map<String, Set<String>> freeSeats) {

  static DeskState of(RedisLink redis, String desk, List<String> groupNames, List<String> agents) {
    String d = DeskKeys.prefix(desk);
    var commands = redis.commands();
    var owners = commands.hgetall(d + ":owners");
    var claims = commands.zrange(d + ":claims", 0, -1);
    var places = commands.hgetall(d + ":places");
    var groups = commands.hgetall(d + ":groups");
    var queues = each(groupNames, group -> commands.zrange(d + ":queue:" + group, 0, -1));
    var owned = each(agents, agent -> commands.smembers(d + ":owned:" + agent));
    var held = each(agents, agent -> commands.smembers(d + ":held:" + agent));
    var seats = each(agents, agent -> commands.hgetall(d + ":seat:" + agent));
    var free = each(groupNames, group -> commands.zrange(d + ":seats:" + group, 0, -1));
    return new DeskState(join(owners), Set.copyOf(join(claims)), join(places), join(groups), joinAll(queues),
        joinAll(owned), joinAll(held), joinAll(seats), joinSets(joinAll(free)));
  }

  private interface Ask<T> {
    CompletionStage<T> about(String name);
  }

  private static <T> Map<String, CompletionStage<T>> each(List<String> names, Ask<T> ask) {
    var asked = new HashMap<String, CompletionStage<T>>();
    names.forEach(name -> asked.put(name, ask.about(name)));
    return asked;
  }

  private static <T> T join(CompletionStage<T> stage) {
    return stage.toCompletableFuture().join();
  }

  private static <T> Map<String, T> joinAll(Map<String, CompletionStage<T>> stages) {
    var all = new HashMap<String, T>();
    stages.forEach((name, stage) -> all.put(name, join(stage)));
    return all;
  }

  private static Map<String, Set<String>> joinSets(Map<String, List<String>> lists) {
    var all = new HashMap<String, Set<String>>();
    lists.forEach((name, list) -> all.put(name, Set.copyOf(list)));
    return all;
  }

  List<String> queue(String group) {
    return queues.getOrDefault(group, List.of());
  }

  Set<String> free(String group) {
    return freeSeats.getOrDefault(group, Set.of());
  }

  Set<String> waiting() {
    var all = new HashSet<String>();
    queues.values().forEach(all::addAll);
    return all;
  }

  String owner(String conversation) {
    String owner = owners.get(conversation);
    return owner == null ? "" : owner.substring(owner.indexOf(' ') + 1);
  }

  /// C9, and what belongs to it.
  List<String> faults() {
    var faults = new ArrayList<String>();
    seats.forEach((agent, seat) -> {
      int load = Integer.parseInt(seat.getOrDefault("load", "0"));
      Set<String> own = owned.getOrDefault(agent, Set.of());
      long byOwners = owners.keySet().stream().filter(one -> owner(one).equals(agent)).count();
      Set<String> places = held.getOrDefault(agent, Set.of());
      if (load != own.size() + places.size() || own.size() != byOwners) {
        faults.add(agent + " has load " + load + ", owns " + own + ", is owner of " + byOwners + ", holds " + places);
      }
      if (load > Integer.parseInt(seat.getOrDefault("cap", "0"))) {
        faults.add(agent + " has more than " + seat.get("cap") + ": " + own);
      }
    });
    Set<String> waiting = waiting();
    for (String conversation : places.keySet()) {
      if (waiting.contains(conversation) == owners.containsKey(conversation)) {
        faults.add(conversation + (waiting.contains(conversation) ? " waits and has an agent" : " is nowhere"));
      }
    }
    if (!places.keySet().containsAll(waiting) || !places.keySet().containsAll(owners.keySet())) {
      faults.add("without a place: waiting " + waiting + ", owned " + owners.keySet() + ", places " + places.keySet());
    }
    if (!places.keySet().equals(groups.keySet())) {
      faults.add("places " + places.keySet() + " but groups " + groups.keySet());
    }
    if (!owners.keySet().containsAll(claims)) {
      faults.add("claims without an owner: " + claims);
    }
    queues.forEach((group, queue) -> {
      for (String conversation : queue) {
        if (!group.equals(groups.get(conversation))) {
          faults.add(conversation + " waits in " + group + ", not in its group");
        }
      }
      var byPlace = queue.stream().sorted(Comparator.comparingLong(this::place)).toList();
      if (!byPlace.equals(queue)) {
        faults.add(group + " is not in the order of places: " + queue);
      }
    });
    return faults;
  }

  private long place(String conversation) {
    return Long.parseLong(places.getOrDefault(conversation, "0"));
  }

  /// As in `left.lua`.
  private static final long LEFT = 10_000_000_000_000L;

  /// Who keeps waiting or being served keeps the place; who is put back comes to the front, in the old order; a message
  /// left may take its turn.
  List<String> movedSince(DeskState before) {
    return places.entrySet().stream()
        .filter(now -> before.places.containsKey(now.getKey()))
        .filter(now -> !now.getValue().equals(before.places.get(now.getKey())))
        .filter(now -> Long.parseLong(now.getValue()) != before.place(now.getKey()) % 1_000_000_000_000L)
        .filter(now -> Long.parseLong(now.getValue()) != before.place(now.getKey()) - LEFT)
        .map(now -> now.getKey() + " had place " + before.places.get(now.getKey()) + ", has " + now.getValue())
        .toList();
  }

  /// First come, first served: who left the queue for an agent was in front of everybody who still waits and waited then.
  List<String> servedOutOfTurn(DeskState before) {
    var faults = new ArrayList<String>();
    queues.forEach((group, queue) -> before.queue(group).stream()
        .filter(owners::containsKey)
        .forEach(served -> queue.stream()
            .filter(before.queue(group)::contains)
            .filter(left -> place(left) < place(served))
            .forEach(left -> faults.add(served + " was served before " + left))));
    return faults;
  }
}
