package dev.xiaoer.routing;

import dev.xiaoer.availability.DeskKeys;
import dev.xiaoer.hub.Appended;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.Ref;
import dev.xiaoer.protocol.Topic;
import dev.xiaoer.redis.RedisLink;
import dev.xiaoer.redis.Script;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The scripts of a desk's queues: one method each, of the same name.
final class RedisRoutingScripts {

  private static final Script UNSETTLE = script("unsettle");
  private static final Script NOTHING_BEGUN = script("nothing_begun", "settled");
  private static final Script ARRIVE = script("arrive", "settled", "left", "pace");
  private static final Script CLAIM = script("claim", "pace");
  private static final Script CONFIRM = script("confirm_claim");
  private static final Script PUT_BACK = script("put_back", "free_place", "settled", "left", "pace");
  private static final Script LEAVE = script("leave", "free_place", "settled");
  private static final Script MENTION = script("mention");
  private static final Script UNFINISHED = script("unfinished");
  private static final Script TAKE_TURNS = script("take_turns", "left");
  private static final Script OPEN_POOLS = script("open_pools", "pace");
  private static final Script COME_BACK = script("come_back", "left");
  private static final Script LATE = script("late");
  private static final Script DOORS = script("doors", "left");

  private final RedisLink redis;
  private final RoutingSettings settings;
  private final HistorySettings history;

  RedisRoutingScripts(RedisLink redis, RoutingSettings settings, HistorySettings history) {
    this.redis = redis;
    this.settings = settings;
    this.history = history;
  }

  private static Script script(String name, String... preludes) {
    return Script.of(RedisRoutingScripts.class, name,
        Stream.concat(Stream.of(DeskKeys.PRELUDE), Stream.of(preludes)).toArray(String[]::new));
  }

  /// @param position 0 when the conversation does not wait
  record Arrived(int position) {}

  /// What a script did to a place in the queue or with an agent.
  ///
  /// @param group where a place or a waiting buyer may have appeared; null when nothing has changed
  /// @param told what the agent is to hear
  record Moved(@Nullable String group, @Nullable Appended told) {}

  record Unfinished(List<Claim> claims, List<Unsettled> unsettled) {}

  /// @param mark of the change that was begun
  record Unsettled(ConversationId conversation, long mark) {
    static Unsettled of(List<?> answer) {
      return new Unsettled(new ConversationId((String) answer.get(0)), (long) answer.get(1));
    }
  }

  /// Answers the mark of the change that begins, for the script that finishes it.
  CompletionStage<Long> unsettle(String desk, ConversationId conversation) {
    return redis.write(UNSETTLE, prefix(desk), conversation.value()).thenApply(answer -> (long) answer.get(1));
  }

  CompletionStage<?> nothingBegun(String desk, ConversationId conversation, long mark) {
    return redis.write(NOTHING_BEGUN, prefix(desk), conversation.value(), Long.toString(mark));
  }

  /// @param open whether it is within the group's hours
  /// @param most how many may wait at once; null for any number
  CompletionStage<Arrived> arrive(String desk, ConversationId conversation, String group, int priority, long mark,
      boolean open, @Nullable Integer most) {
    return redis.write(ARRIVE, prefix(desk), conversation.value(), group, Integer.toString(priority),
        Long.toString(mark), open ? "OPEN" : "CLOSED", number(most))
        .thenApply(answer -> new Arrived(Math.toIntExact((long) answer.get(1))));
  }

  /// @param most how many may wait at once; null for any number
  CompletionStage<?> comeBack(String desk, ConversationId conversation, @Nullable Integer most) {
    return redis.write(COME_BACK, prefix(desk), conversation.value(), number(most));
  }

  /// @return the desk's time
  CompletionStage<Instant> takeTurns(String desk, Duration turn) {
    return redis.write(TAKE_TURNS, prefix(desk), millis(turn)).thenApply(answer -> instant(answer.getFirst()));
  }

  CompletionStage<?> openPools(String desk, Collection<String> groups) {
    return redis.write(OPEN_POOLS, prefix(desk), groups.toArray(String[]::new));
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
  }

  CompletionStage<Outside> doors(String desk, Collection<String> groups) {
    return redis.read(DOORS, prefix(desk), groups.toArray(String[]::new)).thenApply(answer -> new Outside(
        instant(answer.getFirst()),
        ((List<?>) answer.get(1)).stream().map(crowd -> Crowd.of((List<?>) crowd)).toList()));
  }

  /// @return conversations that began to wait that long ago, whoever has them now
  CompletionStage<Set<String>> late(String desk, Duration longest) {
    return redis.read(LATE, prefix(desk), millis(longest))
        .thenApply(late -> late.stream().map(String.class::cast).collect(Collectors.toUnmodifiableSet()));
  }

  /// Messages that rest because the group is closed.
  CompletionStage<List<String>> pool(String desk, String group) {
    return redis.commands().zrange(DeskKeys.prefix(desk) + ":pool:" + group, 0, -1);
  }

  CompletionStage<List<Claim>> claim(String desk, String group) {
    return redis.write(CLAIM, prefix(desk), group, millis(settings.claim()), Integer.toString(settings.batch()))
        .thenApply(claims -> claims.stream().map(claim -> Claim.of((List<?>) claim)).toList());
  }

  CompletionStage<@Nullable Appended> confirmClaim(String desk, Claim claim, String id, String event) {
    return redis.write(CONFIRM, prefix(desk), claim.conversation(), Long.toString(claim.number()), claim.agent(), id,
        event).thenApply(
            answer -> answer.getFirst().equals("CONFIRMED")
                ? Appended.of(new Topic.Agent(desk, claim.agent()), id, event, answer.get(1))
                : null);
  }

  /// @param recorded the last claim that the conversation knows of; one that came later stands
  CompletionStage<Moved> putBack(String desk, ConversationId conversation, String id, String event, long mark,
      long recorded) {
    return redis.write(PUT_BACK, prefix(desk), conversation.value(), id, event, Long.toString(mark),
        Long.toString(recorded))
        .thenApply(answer -> moved(desk, id, event, answer));
  }

  CompletionStage<Moved> leave(String desk, ConversationId conversation, String id, String event, long mark) {
    return redis.write(LEAVE, prefix(desk), conversation.value(), id, event, Long.toString(mark),
        millis(history.closedFor()), Integer.toString(history.closedMost()))
        .thenApply(answer -> moved(desk, id, event, answer));
  }

  CompletionStage<Unfinished> unfinished(String desk) {
    return redis.write(UNFINISHED, prefix(desk), millis(settings.unsettled()), Integer.toString(settings.batch()))
        .thenApply(answer -> new Unfinished(
            ((List<?>) answer.get(0)).stream().map(claim -> Claim.of((List<?>) claim)).toList(),
            ((List<?>) answer.get(1)).stream().map(one -> Unsettled.of((List<?>) one)).toList()));
  }

  CompletionStage<Set<String>> queues(String desk) {
    return redis.commands().smembers(DeskKeys.prefix(desk) + ":queues");
  }

  CompletionStage<Set<String>> ownedBy(String desk, String agent) {
    return redis.commands().smembers(DeskKeys.prefix(desk) + ":owned:" + agent);
  }

  /// A number per group that grows with every change of its queue.
  CompletionStage<Map<String, String>> versions(String desk) {
    return redis.commands().hgetall(DeskKeys.prefix(desk) + ":versions");
  }

  /// Asked for in one go; what moves meanwhile changes the group's version and is told next time.
  CompletionStage<Standing> standing(String desk, String group) {
    String prefix = DeskKeys.prefix(desk);
    CompletionStage<List<String>> waiting = redis.commands().zrange(prefix + ":queue:" + group, 0, -1);
    CompletionStage<Long> onDuty = redis.commands().scard(prefix + ":onduty:" + group);
    CompletionStage<Pace> pace = redis.commands().lrange(prefix + ":pace:" + group, 0, -1)
        .thenApply(gaps -> new Pace(gaps.stream().map(Long::valueOf).toList()));
    return waiting.thenCompose(queue -> onDuty.thenCombine(pace,
        (present, lately) -> new Standing(queue, Math.toIntExact(present), lately)));
  }

  /// Tells an agent, once, that a note mentions them; null when it was told before.
  ///
  /// @param posted when the note was, in ms
  CompletionStage<@Nullable Appended> mention(String desk, ConversationId conversation, Ref note, long posted,
      String agent, String id, String event) {
    return redis.write(MENTION, prefix(desk), conversation.value(), note.value(), Long.toString(posted), agent,
        millis(settings.mentionsKept()), id, event).thenApply(
            answer -> answer.getFirst().equals("MENTIONED")
                ? Appended.of(new Topic.Agent(desk, agent), id, event, answer.get(1))
                : null);
  }

  private static Moved moved(String desk, String id, String event, List<Object> answer) {
    String group = answer.size() > 1 ? (String) answer.get(1) : null;
    Appended told = answer.size() > 3
        ? Appended.of(new Topic.Agent(desk, (String) answer.get(2)), id, event, answer.get(3))
        : null;
    return new Moved(group, told);
  }

  private static List<String> prefix(String desk) {
    return List.of(DeskKeys.prefix(desk));
  }

  private static Instant instant(Object millis) {
    return Instant.ofEpochMilli((long) millis);
  }

  private static String number(@Nullable Integer number) {
    return number == null ? "" : number.toString();
  }

  private static String millis(Duration duration) {
    return Long.toString(duration.toMillis());
  }
}
