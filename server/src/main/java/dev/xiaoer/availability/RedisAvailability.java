package dev.xiaoer.availability;

import dev.xiaoer.availability.RedisDuties.Read;
import dev.xiaoer.availability.RedisDuties.Result;
import dev.xiaoer.groups.DeskRules;
import dev.xiaoer.hub.Hub;
import dev.xiaoer.hub.Ids;
import dev.xiaoer.json.StrictJson;
import dev.xiaoer.protocol.Refusal;
import dev.xiaoer.redis.RedisLink;
import dev.xiaoer.redis.Script;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Any thread. The map holds the sockets of this node only; what is true for the desk is in Redis.
final class RedisAvailability implements Availability {

  private static final Script CHANGE = script("change_seat");
  private static final Script RENEW = script("renew_leases");
  private static final Script REAP = script("reap_leases");
  private static final Script GONE = script("list_gone");
  private static final Script WISHES = script("keep_wishes");
  /// Others change the same at the same moment; somebody always gets on.
  private static final int TRIES = 100;

  private final Map<String, Map<String, Integer>> socketsByDesk = new ConcurrentHashMap<>();
  private final RedisLink redis;
  private final RedisDuties duties;
  private final RedisSeats seats;
  private final DeskRules rules;
  private final Hub hub;
  private final StrictJson json;
  private final Ids ids;
  private final LeaseSettings leases;
  private final AvailabilitySettings settings;

  RedisAvailability(RedisLink redis, DeskRules rules, Hub hub, StrictJson json, Ids ids, LeaseSettings leases,
      AvailabilitySettings settings) {
    this.redis = redis;
    this.duties = new RedisDuties(redis, json, ids);
    this.seats = new RedisSeats(redis, json);
    this.rules = rules;
    this.hub = hub;
    this.json = json;
    this.ids = ids;
    this.leases = leases;
    this.settings = settings;
  }

  private static Script script(String name) {
    return Script.of(RedisAvailability.class, name, DeskKeys.PRELUDE);
  }

  private SeatRules rules(String desk) {
    return new SeatRules(group -> rules.of(desk, group));
  }

  @Override
  public CompletionStage<Answer> ask(Agent agent, String ref, SeatEvent.Asked asked) {
    return happens(agent.desk(), agent.id(), agent, ref, asked, TRIES);
  }

  @Override
  public CompletionStage<Answer> decide(String desk, String request, Duration more, String by, @Nullable String note) {
    return redis.commands().hget(DeskKeys.prefix(desk) + ":requests", request)
        .thenCompose(kept -> kept == null
            ? CompletableFuture.completedStage(new Answer.Refused(Refusal.NOT_FOUND))
            : happens(desk, request(kept).agent(), null, "", new SeatEvent.DecideTime(request, more, by, note), TRIES));
  }

  /// The desk has found out something about a seat.
  CompletionStage<Void> found(String desk, String agent, SeatEvent.Found event) {
    return happens(desk, agent, null, "", event, TRIES).thenAccept(done -> {});
  }

  /// Decides on what is read now, until nobody has changed it before it is written.
  private CompletionStage<Answer> happens(String desk, String agent, @Nullable Agent asking, String ref,
      SeatEvent event, int tries) {
    SeatRules held = rules(desk);
    var writing = new DutyWriting(json, held, leases, settings);
    return duties.read(desk, agent, asking, writing.silence()).thenCompose(read -> {
      if (!ref.isEmpty() && ref.equals(read.ref())) {
        return CompletableFuture.completedStage(asItIs(read));
      }
      return switch (Transitions.decide(read.duty(), event, held)) {
        case Decision.Refused(var why) -> CompletableFuture.completedStage(new Answer.Refused(why));
        case Decision.Kept() -> CompletableFuture.completedStage(asItIs(read));
        case Decision.Changed change -> duties
            .write(desk, agent, writing.of(read, event, change, asking, ref))
            .thenCompose(result -> switch (result) {
              case Result.Stale() -> again(desk, agent, asking, ref, event, tries - 1);
              case Result.DoneBefore() -> CompletableFuture.completedStage(asItIs(read));
              case Result.Done(long seq, var id, long ts, var told) -> {
                told.forEach(hub::announce);
                yield CompletableFuture.completedStage(new Answer.Done(seq, id, ts));
              }
            });
      };
    });
  }

  private CompletionStage<Answer> again(String desk, String agent, @Nullable Agent asking, String ref, SeatEvent event,
      int tries) {
    return tries > 0
        ? happens(desk, agent, asking, ref, event, tries)
        : CompletableFuture.failedStage(new IllegalStateException("the seat of " + agent + " never comes to rest"));
  }

  private Answer asItIs(Read read) {
    return new Answer.Done(read.seq(), ids.next(), read.duty().now());
  }

  @Override
  public CompletionStage<List<TimeRequest>> requests(String desk) {
    return redis.commands().hgetall(DeskKeys.prefix(desk) + ":requests")
        .thenApply(kept -> kept.values().stream().map(this::request)
            .sorted(Comparator.comparingLong(TimeRequest::at).thenComparing(TimeRequest::request)).toList());
  }

  private TimeRequest request(String kept) {
    return json.mapper().readValue(kept, TimeRequest.class);
  }

  @Override
  public CompletionStage<?> change(Agent agent) {
    return redis.write(CHANGE, List.of(DeskKeys.prefix(agent.desk())), agent.id(), Integer.toString(agent.cap()),
        String.join(",", agent.groups()), agent.name());
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

  @Override
  public CompletionStage<List<Gone>> reap(String desk) {
    return redis.write(REAP, List.of(DeskKeys.prefix(desk)),
        Long.toString(leases.grace().minus(leases.agent()).toMillis()), Long.toString(leases.silence().toMillis()),
        Long.toString(leases.patience().toMillis()))
        .thenCompose(lost -> CompletableFuture.allOf(lost.stream()
            .map(agent -> found(desk, (String) agent, new SeatEvent.Lost()).toCompletableFuture())
            .toArray(CompletableFuture<?>[]::new)))
        .thenCompose(reaped -> redis.read(GONE, List.of(DeskKeys.prefix(desk))))
        .thenApply(gone -> gone.stream().map(one -> gone(desk, (List<?>) one)).toList());
  }

  private Gone gone(String desk, List<?> answer) {
    var why = Gone.Why.valueOf((String) answer.get(1));
    long before = why == Gone.Why.BREAK
        ? (long) answer.get(2) - rules(desk).unanswered(RedisDuties.csv((String) answer.get(3))).toMillis()
        : Long.MAX_VALUE;
    return new Gone((String) answer.get(0), why, before);
  }

  @Override
  public CompletionStage<Map<String, Integer>> onDuty(String desk, Collection<String> groups) {
    return seats.onDuty(desk, groups);
  }

  @Override
  public CompletionStage<Map<String, Sitting>> sittings(String desk, Collection<String> agents) {
    return seats.sittings(desk, agents);
  }

  @Override
  public CompletionStage<@Nullable Standing> standing(String desk, String agent) {
    return seats.standing(desk, agent);
  }

  @Override
  public CompletionStage<List<Interval>> day(String desk, String agent, long from, long to) {
    return seats.day(desk, agent, from, to);
  }

  @Override
  public CompletionStage<Void> settle(String desk, String agent, @Nullable Integer hangUpAt, String awayText) {
    return redis.write(WISHES, List.of(DeskKeys.prefix(desk)), agent,
        Integer.toString(hangUpAt == null ? 0 : hangUpAt), awayText).thenAccept(kept -> {});
  }
}
