package dev.xiaoer.availability;

import dev.xiaoer.hub.Appended;
import dev.xiaoer.hub.Hub;
import dev.xiaoer.hub.Ids;
import dev.xiaoer.json.StrictJson;
import dev.xiaoer.protocol.AvailabilityState;
import dev.xiaoer.protocol.ForAgent;
import dev.xiaoer.protocol.Topic;
import dev.xiaoer.redis.RedisLink;
import dev.xiaoer.redis.Script;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Any thread. The map holds the sockets of this node only; what is true for the desk is in Redis.
final class RedisAvailability implements Availability {

  private static final Script SET = script("set_availability");
  private static final Script RENEW = script("renew_leases");
  private static final Script REAP = script("reap_leases");
  private static final Script COUNT = Script.of(RedisAvailability.class, "count_on_duty");
  private static final Script SEAT = script("read_seat");
  private static final Script STATES = Script.of(RedisAvailability.class, "states");

  private final Map<String, Map<String, Integer>> socketsByDesk = new ConcurrentHashMap<>();
  private final RedisLink redis;
  private final Hub hub;
  private final StrictJson json;
  private final Ids ids;
  private final LeaseSettings leases;

  RedisAvailability(RedisLink redis, Hub hub, StrictJson json, Ids ids, LeaseSettings leases) {
    this.redis = redis;
    this.hub = hub;
    this.json = json;
    this.ids = ids;
    this.leases = leases;
  }

  private static Script script(String name) {
    return Script.of(RedisAvailability.class, name, DeskKeys.PRELUDE);
  }

  @Override
  public CompletionStage<Changed> set(Agent agent, AvailabilityState state) {
    String id = ids.next();
    String event = json.write(new ForAgent.AvailabilityChanged(state, null));
    return redis.write(SET, List.of(DeskKeys.prefix(agent.desk())), agent.id(), state.name(),
        Integer.toString(agent.cap()), String.join(",", agent.groups()), agent.name(),
        Long.toString(leases.agent().toMillis()), id, event).thenApply(answer -> {
          if (answer.getFirst().equals("KEPT")) {
            return new Changed((long) answer.get(1), id, (long) answer.get(2));
          }
          Appended told = Appended.of(new Topic.Agent(agent.desk(), agent.id()), id, event, answer.get(1));
          hub.announce(told);
          return new Changed(told.seq(), id, told.ts());
        });
  }

  @Override
  public CompletionStage<Void> connected(String desk, String agent) {
    socketsByDesk.computeIfAbsent(desk, none -> new ConcurrentHashMap<>()).merge(agent, 1, Integer::sum);
    return renew(desk, List.of(agent));
  }

  @Override
  public void disconnected(String desk, String agent) {
    socketsByDesk.getOrDefault(desk, new ConcurrentHashMap<>())
        .computeIfPresent(agent, (id, sockets) -> sockets == 1 ? null : sockets - 1);
  }

  @Override
  public CompletionStage<Void> renew() {
    var renewals = new ArrayList<CompletableFuture<?>>();
    socketsByDesk.forEach((desk, sockets) -> {
      if (!sockets.isEmpty()) {
        renewals.add(renew(desk, sockets.keySet()).toCompletableFuture());
      }
    });
    return CompletableFuture.allOf(renewals.toArray(CompletableFuture<?>[]::new));
  }

  private CompletionStage<Void> renew(String desk, Collection<String> agents) {
    var arguments = new ArrayList<String>(agents.size() + 1);
    arguments.add(Long.toString(leases.agent().toMillis()));
    arguments.addAll(agents);
    return redis.write(RENEW, List.of(DeskKeys.prefix(desk)), arguments.toArray(String[]::new))
        .thenAccept(renewed -> {});
  }

  private static Gone gone(List<?> answer) {
    return new Gone((String) answer.get(0), answer.get(1).equals("LOST"));
  }

  @Override
  public CompletionStage<List<Gone>> reap(String desk) {
    String event = json.write(new ForAgent.AvailabilityChanged(AvailabilityState.OFFLINE, null));
    return redis.write(REAP, List.of(DeskKeys.prefix(desk)),
        Long.toString(leases.grace().minus(leases.agent()).toMillis()), Long.toString(leases.silence().toMillis()),
        Long.toString(leases.patience().toMillis()), ids.next(), event).thenApply(answer -> {
          for (Object one : (List<?>) answer.get(1)) {
            List<?> put = (List<?>) one;
            hub.announce(Appended.of(new Topic.Agent(desk, (String) put.get(0)), (String) put.get(1), event,
                put.get(2)));
          }
          return ((List<?>) answer.getFirst()).stream().map(gone -> gone((List<?>) gone)).toList();
        });
  }

  @Override
  public CompletionStage<Map<String, Integer>> onDuty(String desk, Collection<String> groups) {
    List<String> asked = List.copyOf(groups);
    return redis.read(COUNT, List.of(DeskKeys.prefix(desk)), asked.toArray(String[]::new)).thenApply(counts -> {
      var onDuty = new HashMap<String, Integer>();
      for (int i = 0; i < asked.size(); i++) {
        onDuty.put(asked.get(i), Math.toIntExact((long) counts.get(i)));
      }
      return onDuty;
    });
  }

  @Override
  public CompletionStage<Map<String, AvailabilityState>> states(String desk, Collection<String> agents) {
    List<String> asked = List.copyOf(agents);
    return redis.read(STATES, List.of(DeskKeys.prefix(desk)), asked.toArray(String[]::new)).thenApply(answer -> {
      var states = new HashMap<String, AvailabilityState>();
      for (int i = 0; i < asked.size(); i++) {
        String state = (String) answer.get(i);
        if (!state.isEmpty()) {
          states.put(asked.get(i), AvailabilityState.valueOf(state));
        }
      }
      return states;
    });
  }

  @Override
  public CompletionStage<@Nullable Standing> standing(String desk, String agent) {
    return redis.read(SEAT, List.of(DeskKeys.prefix(desk)), agent).thenApply(answer -> {
      List<?> texts = (List<?>) answer.get(1);
      var seat = new HashMap<String, String>();
      for (int i = 0; i < texts.size(); i += 2) {
        seat.put((String) texts.get(i), (String) texts.get(i + 1));
      }
      String state = seat.get("state");
      return state == null
          ? null
          : new Standing((long) answer.get(0), seat.getOrDefault("name", ""), state,
              number(seat, "since"), number(seat, "until"), seat.getOrDefault("away", ""),
              number(seat, "load") >= number(seat, "cap"));
    });
  }

  private static long number(Map<String, String> seat, String field) {
    String value = seat.getOrDefault(field, "");
    return value.isEmpty() ? 0 : Long.parseLong(value);
  }
}
