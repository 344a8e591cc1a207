package dev.xiaoer.availability;

import dev.xiaoer.availability.Availability.Interval;
import dev.xiaoer.availability.Availability.Sitting;
import dev.xiaoer.availability.Availability.Standing;
import dev.xiaoer.json.StrictJson;
import dev.xiaoer.redis.Fields;
import dev.xiaoer.redis.RedisLink;
import dev.xiaoer.redis.Script;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// Reads how agents stand, and how they stood.
final class RedisSeats {

  private static final Script COUNT = Script.of(RedisSeats.class, "count_on_duty");
  private static final Script SEATS = Script.of(RedisSeats.class, "read_seats", DeskKeys.PRELUDE);
  private static final Script DAY = Script.of(RedisSeats.class, "read_day", DeskKeys.PRELUDE);

  private final RedisLink redis;
  private final StrictJson json;

  RedisSeats(RedisLink redis, StrictJson json) {
    this.redis = redis;
    this.json = json;
  }

  CompletionStage<Map<String, Integer>> onDuty(String desk, Collection<String> groups) {
    List<String> asked = List.copyOf(groups);
    return redis.read(COUNT, List.of(DeskKeys.prefix(desk)), asked.toArray(String[]::new)).thenApply(counts -> {
      var onDuty = new HashMap<String, Integer>();
      for (int i = 0; i < asked.size(); i++) {
        onDuty.put(asked.get(i), Math.toIntExact((long) counts.get(i)));
      }
      return onDuty;
    });
  }

  CompletionStage<Map<String, Sitting>> sittings(String desk, Collection<String> agents) {
    List<String> asked = List.copyOf(agents);
    return redis.read(SEATS, List.of(DeskKeys.prefix(desk)), asked.toArray(String[]::new)).thenApply(answer -> {
      List<?> seats = (List<?>) answer.get(1);
      var sittings = new HashMap<String, Sitting>();
      for (int i = 0; i < asked.size(); i++) {
        List<?> one = (List<?>) seats.get(i);
        Map<String, String> kept = Fields.of(one.get(0));
        if (!kept.isEmpty()) {
          sittings.put(asked.get(i), sitting(kept, Math.toIntExact((long) one.get(1))));
        }
      }
      return sittings;
    });
  }

  CompletionStage<@Nullable Standing> standing(String desk, String agent) {
    return redis.read(SEATS, List.of(DeskKeys.prefix(desk)), agent).thenApply(answer -> {
      List<?> one = (List<?>) ((List<?>) answer.get(1)).getFirst();
      Map<String, String> kept = Fields.of(one.getFirst());
      return kept.containsKey("state") ? standing((long) answer.getFirst(), kept) : null;
    });
  }

  private static Standing standing(long now, Map<String, String> kept) {
    Sitting sitting = sitting(kept, 0);
    return new Standing(now, kept.getOrDefault("name", ""), sitting.state(), sitting.since(),
        sitting.until() == null ? 0 : sitting.until(), sitting.away() == null ? "" : sitting.away(),
        sitting.load() >= sitting.cap());
  }

  private static Sitting sitting(Map<String, String> kept, int breakPosition) {
    int load = Integer.parseInt(kept.getOrDefault("load", "0"));
    Seat seat = RedisDuties.seat(kept, load);
    return new Sitting(seat.state(), seat.since(), seat.until(), seat.reason(), seat.away(), load,
        Integer.parseInt(kept.getOrDefault("cap", "0")), seat.hangUpAt() == 0 ? null : seat.hangUpAt(),
        seat.awayText(), breakPosition);
  }

  CompletionStage<List<Interval>> day(String desk, String agent, long from, long to) {
    return redis.read(DAY, List.of(DeskKeys.prefix(desk)), agent, Long.toString(from), Long.toString(to))
        .thenApply(answer -> (long) answer.get(0) < from
            ? List.of()
            : intervals((List<?>) answer.get(1), to, (long) answer.get(0)));
  }

  private List<Interval> intervals(List<?> flat, long end, long now) {
    var intervals = new ArrayList<Interval>();
    for (int i = 0; i < flat.size(); i += 2) {
      String kept = (String) flat.get(i);
      var began = json.mapper().readValue(kept.substring(kept.indexOf(' ') + 1), DutyWriting.Began.class);
      Long to = i + 3 < flat.size() ? time(flat.get(i + 3)) : end <= now ? (Long) end : null;
      intervals.add(new Interval(began.state(), time(flat.get(i + 1)), to, began.reason(), began.by()));
    }
    return intervals;
  }

  private static Long time(Object score) {
    return (long) Double.parseDouble((String) score);
  }
}
