package dev.xiaoer.routing;

import dev.xiaoer.availability.DeskKeys;
import dev.xiaoer.hub.Appended;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.Ref;
import dev.xiaoer.protocol.Topic;
import dev.xiaoer.protocol.TransferHow;
import dev.xiaoer.redis.RedisLink;
import dev.xiaoer.redis.Script;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The scripts of a desk's transfers: one method each, of the same name.
final class RedisTransferScripts {

  private static final Script OFFER = script("offer_transfer", "transfers");
  private static final Script ACCEPT = script("accept_transfer");
  private static final Script BREAK_OFF = script("break_off_transfer", "transfers");
  private static final Script LAPSE = script("lapse_transfer", "transfers", "lapsed");
  private static final Script CONFIRM = script("confirm_transfer", "transfers");
  private static final Script UNDO = script("undo_transfer", "transfers");
  private static final Script LAPSED = script("lapsed_transfers", "lapsed");
  private static final Script PENDING = script("pending_transfers");

  private final RedisLink redis;
  private final RoutingSettings settings;

  RedisTransferScripts(RedisLink redis, RoutingSettings settings) {
    this.redis = redis;
    this.settings = settings;
  }

  private static Script script(String name, String... preludes) {
    return Script.of(RedisTransferScripts.class, name,
        Stream.concat(Stream.of(DeskKeys.PRELUDE), Stream.of(preludes)).toArray(String[]::new));
  }

  /// @param word what the script did, or why it did nothing
  /// @param ts the desk's time, in ms
  /// @param told what agents are to hear
  record Answer(String word, long ts, List<Appended> told) {}

  /// An event with its id.
  record Told(String id, String event) {}

  /// Which side of a transfer somebody is on.
  enum Side {
    FROM, TO
  }

  /// @param before the event for the receiver, up to the time at which the offer ends
  CompletionStage<Answer> offer(Transfers.Offer offer, Offering.Agreed agreed, Duration wait, String eventId,
      String before, String after) {
    String desk = offer.giver().desk();
    return redis.write(OFFER, prefix(desk), offer.ref().value(), offer.conversation().value(), agreed.owner(),
        offer.giver().id(), offer.name(), String.join(",", agreed.receivers()), agreed.group(), agreed.into(),
        millis(wait), Integer.toString(agreed.hop()), offer.reason(), offer.note(), eventId, before, after)
        .thenApply(answer -> answer(desk, answer));
  }

  CompletionStage<Answer> accept(String desk, Ref id, ConversationId conversation, String agent) {
    return redis.write(ACCEPT, prefix(desk), id.value(), conversation.value(), agent, millis(settings.claim()))
        .thenApply(answer -> answer(desk, answer));
  }

  CompletionStage<Answer> breakOff(String desk, Ref id, ConversationId conversation, Side side, String agent,
      TransferHow how, Told ended) {
    return redis.write(BREAK_OFF, prefix(desk), id.value(), conversation.value(),
        side == Side.FROM ? "from" : "to", agent, how.name(), millis(settings.claim()), kept(), ended.id(),
        ended.event()).thenApply(answer -> answer(desk, answer));
  }

  CompletionStage<Answer> lapse(String desk, Ref id, String eventId, String expired, String withdrawn) {
    return redis.write(LAPSE, prefix(desk), id.value(), millis(settings.claim()), kept(), eventId, expired, withdrawn)
        .thenApply(answer -> answer(desk, answer));
  }

  CompletionStage<Answer> confirm(String desk, Ref id, Told ended, Told taken, Told given) {
    return redis.write(CONFIRM, prefix(desk), id.value(), kept(), ended.id(), ended.event(), taken.id(), taken.event(),
        given.id(), given.event()).thenApply(answer -> answer(desk, answer));
  }

  CompletionStage<Answer> undo(String desk, Ref id, Told ended, Told taken) {
    return redis.write(UNDO, prefix(desk), id.value(), millis(settings.claim()), kept(), ended.id(), ended.event(),
        taken.id(), taken.event()).thenApply(answer -> answer(desk, answer));
  }

  CompletionStage<List<Ref>> lapsed(String desk) {
    return redis.read(LAPSED, prefix(desk)).thenApply(RedisTransferScripts::ids);
  }

  CompletionStage<List<Ref>> pending(String desk, String agent) {
    return redis.read(PENDING, prefix(desk), agent).thenApply(RedisTransferScripts::ids);
  }

  CompletionStage<@Nullable Transfer> find(String desk, Ref id) {
    return redis.commands().hgetall(DeskKeys.prefix(desk) + ":transfer:" + id)
        .thenApply(fields -> fields.isEmpty() ? null : Transfer.of(id, fields));
  }

  /// Where an agent's own topic ends.
  CompletionStage<Long> head(String desk, String agent) {
    return redis.commands().hget(DeskKeys.prefix(desk) + ":seat:" + agent, "seq")
        .thenApply(seq -> seq == null ? 0 : Long.parseLong(seq));
  }

  private static Answer answer(String desk, List<Object> answer) {
    List<?> told = answer.size() > 2 ? (List<?>) answer.get(2) : List.of();
    return new Answer((String) answer.get(0), (long) answer.get(1),
        told.stream().map(one -> appended(desk, (List<?>) one)).toList());
  }

  private static Appended appended(String desk, List<?> told) {
    return Appended.of(new Topic.Agent(desk, (String) told.get(0)), (String) told.get(1), (String) told.get(2),
        told.get(3));
  }

  private static List<Ref> ids(List<Object> answer) {
    return answer.stream().map(id -> new Ref((String) id)).toList();
  }

  private static List<String> prefix(String desk) {
    return List.of(DeskKeys.prefix(desk));
  }

  private String kept() {
    return millis(settings.transfersKept());
  }

  private static String millis(Duration duration) {
    return Long.toString(duration.toMillis());
  }
}
