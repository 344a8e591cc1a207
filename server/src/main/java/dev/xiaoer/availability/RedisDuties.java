package dev.xiaoer.availability;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.xiaoer.availability.BreakLine.Slot;
import dev.xiaoer.availability.BreakLine.Waiting;
import dev.xiaoer.hub.Appended;
import dev.xiaoer.hub.Ids;
import dev.xiaoer.json.StrictJson;
import dev.xiaoer.protocol.AvailabilityState;
import dev.xiaoer.protocol.Topic;
import dev.xiaoer.redis.Fields;
import dev.xiaoer.redis.RedisLink;
import dev.xiaoer.redis.Script;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// Reads what a decision is made of, and writes what was decided.
final class RedisDuties {

  private static final Script READ = Script.of(RedisDuties.class, "read_duty", DeskKeys.PRELUDE);
  private static final Script WRITE = Script.of(RedisDuties.class, "write_duty", DeskKeys.PRELUDE);

  private final RedisLink redis;
  private final StrictJson json;
  private final Ids ids;

  RedisDuties(RedisLink redis, StrictJson json, Ids ids) {
    this.redis = redis;
    this.json = json;
    this.ids = ids;
  }

  /// @param revision of the seat
  /// @param shared the last change of what all seats share
  /// @param ref of the command that changed the seat last
  /// @param seq the head of the agent's own topic
  record Read(Duty duty, String revision, String shared, String ref, long seq) {}

  /// What the script is given; '' stands for none.
  ///
  /// @param timer the kind of the timer that it ends
  /// @param open how many conversations the agent has to have
  /// @param silent how long the lease has to be over, in ms
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Written(String timer, String revision, String shared, int open, String silent, Map<String, String> set,
      List<String> cleared, String lease, boolean moved, String routed, String interval, long kept,
      List<Timed> cancelled, List<Timed> armed, @Nullable Places breaks, List<String> dropped,
      Map<String, String> requests, List<Told> told, List<String> supervisors) {}

  record Timed(String kind, String subject, String due) {}

  record Places(List<Place> slots, List<String> line) {}

  record Place(String agent, String until) {}

  record Told(String agent, String event) {}

  sealed interface Result {
    /// @param seq the head of the agent's own topic
    record Done(long seq, String id, long ts, List<Appended> told) implements Result {}

    /// What it was decided on has changed since.
    record Stale() implements Result {}

    /// What was due has been done by somebody else.
    record DoneBefore() implements Result {}
  }

  /// @param asking the agent as they come in; null when nobody asks
  /// @param grace how long after the end of the lease an agent counts as there
  CompletionStage<Read> read(String desk, String agent, @Nullable Agent asking, Duration grace) {
    var arguments = new ArrayList<String>();
    arguments.add(agent);
    if (asking != null) {
      arguments.addAll(asking.groups());
    }
    return redis.read(READ, List.of(DeskKeys.prefix(desk)), arguments.toArray(String[]::new))
        .thenApply(answer -> read(desk, agent, asking, grace, answer));
  }

  private static Read read(String desk, String agent, @Nullable Agent asking, Duration grace, List<Object> answer) {
    long now = (long) answer.get(0);
    Map<String, String> kept = Fields.of(answer.get(1));
    int open = Math.toIntExact((long) answer.get(2));
    String lease = (String) answer.get(3);
    boolean alive = !lease.isEmpty() && (long) Double.parseDouble(lease) + grace.toMillis() > now;
    var who = asking != null
        ? asking
        : new Agent(desk, agent, kept.getOrDefault("name", agent), csv(kept.getOrDefault("groups", "")),
            number(kept, "cap"));
    var online = new HashMap<String, Integer>();
    ((List<?>) answer.get(7)).forEach(one -> {
      List<?> group = (List<?>) one;
      online.put((String) group.get(0), Math.toIntExact((long) group.get(1)));
    });
    var duty = new Duty(now, who, seat(kept, open), alive,
        new BreakLine(((List<?>) answer.get(5)).stream().map(one -> slot((List<?>) one)).toList(),
            ((List<?>) answer.get(6)).stream().map(one -> waiting((List<?>) one)).toList()),
        online);
    return new Read(duty, kept.getOrDefault("revision", "0"), answer.get(4).toString(), kept.getOrDefault("ref", ""),
        Long.parseLong(kept.getOrDefault("seq", "0")));
  }

  private static Slot slot(List<?> one) {
    return new Slot((String) one.get(0), csv((String) one.get(1)), !"ON_BREAK".equals(one.get(2)), (long) one.get(3));
  }

  private static Waiting waiting(List<?> one) {
    return new Waiting((String) one.get(0), csv((String) one.get(1)));
  }

  static Seat seat(Map<String, String> kept, int open) {
    String until = kept.get("until");
    String gone = kept.get("gone");
    return new Seat(AvailabilityState.valueOf(kept.getOrDefault("state", "OFFLINE")),
        Long.parseLong(kept.getOrDefault("since", "0")), until == null ? null : Long.valueOf(until),
        kept.get("reason"), kept.get("away"), Duration.ofMillis(Long.parseLong(kept.getOrDefault("granted", "0"))),
        kept.get("request"), gone == null ? null : Availability.Gone.Why.valueOf(gone), open,
        number(kept, "hang_up_at"),
        kept.getOrDefault("away_text", ""));
  }

  private static int number(Map<String, String> kept, String field) {
    return Integer.parseInt(kept.getOrDefault(field, "0"));
  }

  static Set<String> csv(String text) {
    return text.isEmpty() ? Set.of() : Set.of(text.split(","));
  }

  CompletionStage<Result> write(String desk, String agent, Written what) {
    String id = ids.next();
    return redis.write(WRITE, List.of(DeskKeys.prefix(desk)), agent, id, json.write(what))
        .thenApply(answer -> switch ((String) answer.getFirst()) {
          case "WRITTEN" -> done(desk, agent, id, what, answer);
          case "STALE" -> new Result.Stale();
          case "DONE" -> new Result.DoneBefore();
          default -> throw new IllegalStateException("write_duty answers " + answer);
        });
  }

  private static Result.Done done(String desk, String agent, String id, Written what, List<Object> answer) {
    var told = new ArrayList<Appended>();
    List<?> agents = (List<?>) answer.get(3);
    for (int i = 0; i < agents.size(); i++) {
      List<?> one = (List<?>) agents.get(i);
      told.add(Appended.of(new Topic.Agent(desk, (String) one.get(0)), (String) one.get(1), what.told().get(i).event(),
          one.get(2)));
    }
    List<?> supervisors = (List<?>) answer.get(4);
    for (int i = 0; i < supervisors.size(); i++) {
      List<?> one = (List<?>) supervisors.get(i);
      told.add(Appended.of(new Topic.Supervisors(desk), (String) one.get(0), what.supervisors().get(i), one.get(1)));
    }
    var own = new Topic.Agent(desk, agent);
    return told.stream().filter(one -> one.topic().equals(own)).findFirst()
        .map(first -> new Result.Done(first.seq(), first.id(), first.ts(), told))
        .orElseGet(() -> new Result.Done((long) answer.get(1), id, (long) answer.get(2), told));
  }
}
