package dev.xiaoer.routing;

import dev.xiaoer.availability.DeskKeys;
import dev.xiaoer.hub.Appended;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.Topic;
import dev.xiaoer.redis.RedisLink;
import dev.xiaoer.redis.Script;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The scripts of what agents are asked and may choose: one method each, of the same name.
final class RedisOfferScripts {

  private static final Script OFFER = script("offer");
  private static final Script ACCEPT = script("accept_offer", "claim_of");
  private static final Script LAPSE = script("lapse_offer", "pace", "waiting", "tried", "free_place", "in_front");
  private static final Script PICK = script("pick", "pace", "waiting", "give");

  private final RedisLink redis;
  private final RoutingSettings settings;

  RedisOfferScripts(RedisLink redis, RoutingSettings settings) {
    this.redis = redis;
    this.settings = settings;
  }

  private static Script script(String name, String... preludes) {
    return Script.of(RedisOfferScripts.class, name,
        Stream.concat(Stream.of(DeskKeys.PRELUDE), Stream.of(preludes)).toArray(String[]::new));
  }

  /// What came of an agent's wish.
  sealed interface Wish {
    /// It has to be recorded.
    record Granted(Claim claim) implements Wish {}

    /// It was granted before.
    ///
    /// @param seq of the last event of the agent's topic
    record Known(long seq, long ts) implements Wish {}

    record Not(Why why) implements Wish {}
  }

  enum Why {
    STALE, NOT_WAITING, FORBIDDEN, CAP_FULL
  }

  /// @param told what the agent is to hear; null where the offer is over already
  /// @param groups where a place or a waiting buyer has appeared
  record Lapsed(@Nullable Appended told, Set<String> groups, long seq, long ts) {}

  /// @param before the event up to the time the offer ends at
  CompletionStage<@Nullable Appended> offer(String desk, Claim claim, long withinMillis, String id, String before,
      String after) {
    return redis.write(OFFER, prefix(desk), claim.conversation(), Long.toString(claim.number()), claim.agent(),
        Long.toString(withinMillis), id, before, after)
        .thenApply(answer -> answer.getFirst().equals("OFFERED")
            ? Appended.of(new Topic.Agent(desk, claim.agent()), id, (String) answer.get(1), answer.get(2))
            : null);
  }

  CompletionStage<Wish> accept(String desk, ConversationId conversation, long claim, String agent) {
    return redis.write(ACCEPT, prefix(desk), conversation.value(), Long.toString(claim), agent, lease())
        .thenApply(RedisOfferScripts::wish);
  }

  CompletionStage<Wish> pick(String desk, ConversationId conversation, String agent) {
    return redis.write(PICK, prefix(desk), conversation.value(), agent, lease()).thenApply(RedisOfferScripts::wish);
  }

  CompletionStage<Lapsed> lapse(String desk, ConversationId conversation, long claim, String agent, String id,
      String event) {
    return redis.write(LAPSE, prefix(desk), conversation.value(), Long.toString(claim), agent, id, event)
        .thenApply(answer -> {
          if (!answer.getFirst().equals("LAPSED")) {
            return new Lapsed(null, Set.of(), (long) answer.get(1), (long) answer.get(2));
          }
          Appended told = Appended.of(new Topic.Agent(desk, agent), id, event, answer.get(3));
          return new Lapsed(told, RedisRoutingScripts.groups(answer.get(1)), told.seq(), told.ts());
        });
  }

  private static Wish wish(List<Object> answer) {
    String word = (String) answer.getFirst();
    return switch (word) {
      case "ACCEPTED", "PICKED" -> new Wish.Granted(Claim.of((List<?>) answer.get(1)));
      case "KNOWN" -> new Wish.Known((long) answer.get(1), (long) answer.get(2));
      default -> new Wish.Not(Why.valueOf(word));
    };
  }

  private String lease() {
    return Long.toString(settings.claim().toMillis());
  }

  private static List<String> prefix(String desk) {
    return List.of(DeskKeys.prefix(desk));
  }
}
