package dev.xiaoer.routing;

import dev.xiaoer.availability.DeskKeys;
import dev.xiaoer.conversation.ConversationCard;
import dev.xiaoer.groups.GroupRules;
import dev.xiaoer.groups.Overflow;
import dev.xiaoer.groups.ServedLately;
import dev.xiaoer.hub.Appended;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.Ref;
import dev.xiaoer.protocol.Topic;
import dev.xiaoer.redis.RedisLink;
import dev.xiaoer.redis.Script;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The scripts of a desk's queues: one method each, of the same name.
final class RedisRoutingScripts {

  private static final Script UNSETTLE = script("unsettle", "settled");
  private static final Script LET_LIE = script("let_lie", "settled", "tried");
  private static final Script NOTHING_BEGUN = script("nothing_begun", "settled");
  private static final Script ARRIVE = script("arrive", "settled", "pace", "waiting", "left");
  private static final Script CLAIM = script("claim", "pace", "waiting", "tried", "give");
  private static final Script CLAIM_RETURNING = script("claim_returning", "pace", "waiting", "tried", "give");
  private static final Script SPILL = script("spill");
  private static final Script WEIGH = script("weigh");
  private static final Script CONFIRM = script("confirm_claim");
  private static final Script PUT_BACK = script("put_back", "free_place", "settled", "pace", "waiting", "in_front");
  private static final Script LEAVE = script("leave", "free_place", "settled", "pace", "waiting");
  private static final Script MENTION = script("mention");
  private static final Script UNFINISHED = script("unfinished", "claim_of");

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
  /// @param lastAgent who served the buyer last; null where nobody did, lately
  record Arrived(int position, @Nullable String lastAgent) {}

  /// What a script did to a place in the queue or with an agent.
  ///
  /// @param groups where a place or a waiting buyer may have appeared; none when nothing has
  /// @param agent who has a free place now
  /// @param told what the agent is to hear
  record Moved(Set<String> groups, @Nullable String agent, @Nullable Appended told) {}

  /// @param lapsed offers nobody has answered in time
  record Unfinished(List<Claim> claims, List<Unsettled> unsettled, List<Claim> lapsed) {}

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

  /// The same, of a conversation that is taken from an agent who let it lie and is not to have it again.
  CompletionStage<Long> letLie(String desk, ConversationId conversation, String agent) {
    return redis.write(LET_LIE, prefix(desk), conversation.value(), agent).thenApply(answer -> (long) answer.get(1));
  }

  CompletionStage<?> nothingBegun(String desk, ConversationId conversation, long mark) {
    return redis.write(NOTHING_BEGUN, prefix(desk), conversation.value(), Long.toString(mark));
  }

  /// @param open whether it is within the group's hours
  /// @param most how many may wait at once; null for any number
  CompletionStage<Arrived> arrive(ConversationId conversation, ConversationCard card, int priority,
      ServedLately lately, long mark, boolean open, @Nullable Integer most) {
    return redis.write(ARRIVE, prefix(card.desk()), conversation.value(), card.group(), Integer.toString(priority),
        Long.toString(mark), card.shop(), card.buyer(), millis(lately.online()), millis(lately.hungUp()),
        open ? "OPEN" : "CLOSED", most == null ? "" : most.toString())
        .thenApply(answer -> {
          String lastAgent = (String) answer.get(2);
          return new Arrived(Math.toIntExact((long) answer.get(1)), lastAgent.isEmpty() ? null : lastAgent);
        });
  }

  CompletionStage<List<Claim>> claim(String desk, String group) {
    return redis.write(CLAIM, prefix(desk), group, millis(settings.claim()), Integer.toString(settings.batch()),
        Integer.toString(settings.passedOver())).thenApply(Claim::all);
  }

  CompletionStage<List<Claim>> claimReturning(String desk, Collection<String> agents) {
    var arguments = new ArrayList<>(List.of(millis(settings.claim()), Integer.toString(settings.batch()),
        Integer.toString(settings.passedOver())));
    arguments.addAll(agents);
    return redis.write(CLAIM_RETURNING, prefix(desk), arguments.toArray(String[]::new)).thenApply(Claim::all);
  }

  /// @return how many were let wait for others as well
  CompletionStage<Integer> spill(String desk, String group, Overflow overflow, int most) {
    return redis.write(SPILL, prefix(desk), group, overflow.group(), millis(overflow.after()),
        Integer.toString(most)).thenApply(answer -> Math.toIntExact((long) answer.getFirst()));
  }

  CompletionStage<?> weigh(String desk, GroupRules group) {
    int least = Math.min(GroupRules.PLAIN_WEIGHT,
        group.weights().values().stream().min(Integer::compare).orElse(GroupRules.PLAIN_WEIGHT));
    var arguments = new ArrayList<>(List.of(group.group(), Long.toString(group.version()), Integer.toString(least)));
    group.weights().forEach((agent, weight) -> arguments.addAll(List.of(agent, Integer.toString(weight))));
    return redis.write(WEIGH, prefix(desk), arguments.toArray(String[]::new));
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

  /// @param remembered how long it is known who served the buyer
  CompletionStage<Moved> leave(String desk, ConversationId conversation, String id, String event, long mark,
      Duration remembered) {
    return redis.write(LEAVE, prefix(desk), conversation.value(), id, event, Long.toString(mark),
        millis(history.closedFor()), Integer.toString(history.closedMost()),
        millis(remembered))
        .thenApply(answer -> moved(desk, id, event, answer));
  }

  CompletionStage<Unfinished> unfinished(String desk) {
    return redis.write(UNFINISHED, prefix(desk), millis(settings.unsettled()), Integer.toString(settings.batch()))
        .thenApply(answer -> new Unfinished(Claim.all(answer.get(0)),
            ((List<?>) answer.get(1)).stream().map(one -> Unsettled.of((List<?>) one)).toList(),
            Claim.all(answer.get(2))));
  }

  CompletionStage<Set<String>> queues(String desk) {
    return redis.commands().smembers(DeskKeys.prefix(desk) + ":queues");
  }

  /// Agents whom buyers wait for who were served by them lately.
  CompletionStage<Set<String>> returnedTo(String desk) {
    return redis.commands().smembers(DeskKeys.prefix(desk) + ":returning");
  }

  /// Those who wait in a group, the next one first.
  CompletionStage<List<String>> waiting(String desk, String group) {
    return redis.commands().zrange(DeskKeys.prefix(desk) + ":queue:" + group, 0, -1);
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
    CompletionStage<Long> waiting = redis.commands().zcard(prefix + ":queue:" + group);
    CompletionStage<Long> onDuty = redis.commands().scard(prefix + ":onduty:" + group);
    CompletionStage<Pace> pace = redis.commands().lrange(prefix + ":pace:" + group, 0, -1)
        .thenApply(gaps -> new Pace(gaps.stream().map(Long::valueOf).toList()));
    return waiting.thenCompose(queue -> onDuty.thenCombine(pace,
        (present, lately) -> new Standing(Math.toIntExact(queue), Math.toIntExact(present), lately)));
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
    if (answer.size() < 4) {
      return new Moved(Set.of(), null, null);
    }
    String agent = (String) answer.get(2);
    return new Moved(groups(answer.get(1)), agent,
        Appended.of(new Topic.Agent(desk, agent), id, event, answer.get(3)));
  }

  /// Reads ids that a script has joined by commas.
  static Set<String> groups(Object joined) {
    return Set.copyOf(Arrays.asList(((String) joined).split(",")));
  }

  private static List<String> prefix(String desk) {
    return List.of(DeskKeys.prefix(desk));
  }

  private static String millis(Duration duration) {
    return Long.toString(duration.toMillis());
  }
}
