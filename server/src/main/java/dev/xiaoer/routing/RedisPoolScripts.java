package dev.xiaoer.routing;

import dev.xiaoer.availability.DeskKeys;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.redis.RedisLink;
import dev.xiaoer.redis.Script;
import io.lettuce.core.Range;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The scripts of the messages left, and of what a buyer finds who comes now: one method each, of the same name.
final class RedisPoolScripts {

  private static final Script TAKE_TURNS = script("take_turns", "left", "waiting", "move");
  private static final Script OPEN_POOLS = script("open_pools", "pace", "waiting");
  private static final Script COME_BACK = script("come_back", "left", "waiting", "move");
  private static final Script LATE = script("late");
  private static final Script DOORS = script("doors", "left");
  /// As in `left.lua`.
  private static final double LEFT = 1e13;

  private final RedisLink redis;

  RedisPoolScripts(RedisLink redis) {
    this.redis = redis;
  }

  private static Script script(String name, String... preludes) {
    return Script.of(RedisPoolScripts.class, name,
        Stream.concat(Stream.of(DeskKeys.PRELUDE), Stream.of(preludes)).toArray(String[]::new));
  }

  /// @return the desk's time
  CompletionStage<Instant> takeTurns(String desk, Duration every) {
    return redis.write(TAKE_TURNS, prefix(desk), Long.toString(every.toMillis()))
        .thenApply(answer -> instant(answer.getFirst()));
  }

  CompletionStage<?> openPools(String desk, Collection<String> groups) {
    return redis.write(OPEN_POOLS, prefix(desk), groups.toArray(String[]::new));
  }

  /// @param most how many may wait at once; null for any number
  CompletionStage<?> comeBack(String desk, ConversationId conversation, @Nullable Integer most) {
    return redis.write(COME_BACK, prefix(desk), conversation.value(), most == null ? "" : most.toString());
  }

  /// @return conversations that came that long ago, whoever has them now
  CompletionStage<Set<String>> late(String desk, Duration longest) {
    return redis.read(LATE, prefix(desk), Long.toString(longest.toMillis()))
        .thenApply(late -> late.stream().map(String.class::cast).collect(Collectors.toUnmodifiableSet()));
  }

  /// How a desk looks from outside.
  ///
  /// @param groups in the order in which they were asked for
  record Outside(Instant now, List<Crowd> groups) {}

  record Crowd(int onDuty, int free, int waiting) {
    static Crowd of(List<?> answer) {
      return new Crowd(Math.toIntExact((long) answer.get(0)), Math.toIntExact((long) answer.get(1)),
          Math.toIntExact((long) answer.get(2)));
    }

    boolean isFull(int most) {
      return free == 0 && waiting >= most;
    }
  }

  CompletionStage<Outside> doors(String desk, Collection<String> groups) {
    return redis.read(DOORS, prefix(desk), groups.toArray(String[]::new)).thenApply(answer -> new Outside(
        instant(answer.getFirst()),
        ((List<?>) answer.get(1)).stream().map(crowd -> Crowd.of((List<?>) crowd)).toList()));
  }

  /// Messages that wait behind everybody.
  CompletionStage<List<String>> left(String desk, String group) {
    return redis.commands().zrangebyscore(DeskKeys.prefix(desk) + ":queue:" + group,
        Range.from(Range.Boundary.including(LEFT), Range.Boundary.unbounded()));
  }

  /// Messages that rest because the group is closed.
  CompletionStage<List<String>> resting(String desk, String group) {
    return redis.commands().zrange(DeskKeys.prefix(desk) + ":pool:" + group, 0, -1);
  }

  private static List<String> prefix(String desk) {
    return List.of(DeskKeys.prefix(desk));
  }

  private static Instant instant(Object millis) {
    return Instant.ofEpochMilli((long) millis);
  }
}
