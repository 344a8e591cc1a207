package dev.xiaoer.routing;

import dev.xiaoer.conversation.ConversationRecord;
import dev.xiaoer.conversation.Conversations;
import dev.xiaoer.conversation.Turn;
import dev.xiaoer.groups.DeskRules;
import dev.xiaoer.hub.Appended;
import dev.xiaoer.hub.Hub;
import dev.xiaoer.hub.Ids;
import dev.xiaoer.json.Around;
import dev.xiaoer.json.StrictJson;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.ForAgent;
import dev.xiaoer.protocol.ForAgent.TakenReason;
import dev.xiaoer.protocol.ForStaff.RequeueReason;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Gives waiting buyers to free agents and takes them back. A claim is made in the desk's slot, recorded in the
/// conversation's, and confirmed in the desk's again; each step can be repeated by anybody who finds it unfinished. Where a
/// group wants it, a claim is offered to the agent first.
final class Dispatcher {

  /// What finishes no change that somebody has marked as begun.
  private static final long NO_MARK = 0;

  private final RedisRoutingScripts scripts;
  private final RedisOfferScripts offers;
  private final Places places;
  private final Conversations conversations;
  private final DeskRules rules;
  private final Hub hub;
  private final StrictJson json;
  private final Ids ids;
  private final RoutingSettings settings;

  Dispatcher(RedisRoutingScripts scripts, RedisOfferScripts offers, Places places, Conversations conversations,
      DeskRules rules, Hub hub, StrictJson json, Ids ids, RoutingSettings settings) {
    this.scripts = scripts;
    this.offers = offers;
    this.places = places;
    this.conversations = conversations;
    this.rules = rules;
    this.hub = hub;
    this.json = json;
    this.ids = ids;
    this.settings = settings;
  }

  /// Gives out whoever waits in a group, as long as somebody is free.
  CompletionStage<Void> dispatch(String desk, String group) {
    return scripts.claim(desk, group)
        .thenCompose(claims -> each(claims, claim -> hand(desk, claim))
            .thenCompose(handed -> claims.size() < settings.batch()
                ? CompletableFuture.completedStage(null)
                : dispatch(desk, group)));
  }

  /// Gives agents who are hung up the buyers who come back to them.
  CompletionStage<Void> dispatchReturning(String desk, Collection<String> agents) {
    return agents.isEmpty()
        ? CompletableFuture.completedStage(null)
        : scripts.claimReturning(desk, agents)
            .thenCompose(claims -> each(claims, claim -> hand(desk, claim))
                .thenCompose(handed -> claims.size() < settings.batch()
                    ? CompletableFuture.completedStage(null)
                    : dispatchReturning(desk, agents)));
  }

  /// An agent has a free place.
  CompletionStage<Void> dispatchFreed(String desk, Collection<String> groups, String agent) {
    return each(groups, group -> dispatch(desk, group))
        .thenCompose(dispatched -> dispatchReturning(desk, List.of(agent)));
  }

  /// Gives out whoever waits at a desk.
  CompletionStage<Void> dispatchAll(String desk) {
    return scripts.queues(desk)
        .thenCompose(groups -> each(groups, group -> dispatch(desk, group)))
        .thenCompose(dispatched -> scripts.returnedTo(desk))
        .thenCompose(agents -> dispatchReturning(desk, agents));
  }

  /// Goes on with a claim: it is recorded, or the agent is asked first.
  CompletionStage<Void> hand(String desk, Claim claim) {
    Duration within = rules.of(desk, claim.group()).answerWithin();
    return within == null || claim.accepted()
        ? recordTold(desk, claim).thenAccept(told -> {})
        : offer(desk, claim, within);
  }

  private CompletionStage<Void> offer(String desk, Claim claim, Duration within) {
    return conversations.find(claim.id()).thenCompose(record -> {
      if (record == null || record.state() == ConversationRecord.State.CLOSED) {
        return leave(desk, claim.id(), NO_MARK);
      }
      Around event = json.writeAround(new ForAgent.AssignmentOffered(claim.id(), claim.number(), record.card().shop(),
          record.card().group(), record.buyer(), Around.OPEN));
      return offers.offer(desk, claim, within.toMillis(), ids.next(), event.before(), event.after())
          .thenAccept(this::announce);
    });
  }

  /// Records a claim in its conversation and tells the agent.
  ///
  /// @return what the agent is told; null when it was told before, or the claim is none any more
  CompletionStage<@Nullable Appended> recordTold(String desk, Claim claim) {
    return conversations.assign(claim.claimed()).thenCompose(turn -> switch (turn) {
      case Turn.Taken(long revision) -> confirm(desk, claim, revision);
      case Turn.Not(var why) -> (switch (why) {
        case NOT_FOUND, CLOSED -> leave(desk, claim.id(), NO_MARK);
        // It was put back since, or a newer claim stands: this one is none any more.
        case STALE, ANSWERED -> settle(desk, claim.id(), NO_MARK);
      }).thenApply(done -> null);
    });
  }

  private CompletionStage<@Nullable Appended> confirm(String desk, Claim claim, long revision) {
    return conversations.find(claim.id()).thenCompose(record -> {
      if (record == null) {
        return CompletableFuture.completedStage(null);
      }
      String event = json.write(given(claim.id(), revision, record));
      return scripts.confirmClaim(desk, claim, ids.next(), event).thenApply(this::announce);
    });
  }

  private @Nullable Appended announce(@Nullable Appended told) {
    if (told != null) {
      hub.announce(told);
    }
    return told;
  }

  private static ForAgent.ConversationGiven given(ConversationId id, long revision, ConversationRecord record) {
    return new ForAgent.ConversationGiven(id, revision, record.card().shop(), record.card().group(), record.buyer(),
        record.tier());
  }

  /// Lets the conversation wait again if its agent is gone and its buyer waits for an answer.
  ///
  /// @param askedBefore and has waited since before this, in ms
  CompletionStage<Void> takeBack(String desk, ConversationId id, String agent, RequeueReason reason,
      long askedBefore) {
    return conversations.find(id).thenCompose(record -> isAnswered(record) || isAskedSince(record, askedBefore)
        ? CompletableFuture.completedStage(null) // it stays the agent's until its buyer writes again
        : begin(desk, id, agent, reason)
            .thenCompose(mark -> conversations.requeue(id, agent, reason)
                .thenCompose(turn -> settle(desk, id, mark))));
  }

  /// Who was lost may have the conversation again on coming back (rule B6); who let it lie may not, while others are there.
  private CompletionStage<Long> begin(String desk, ConversationId id, String agent, RequeueReason reason) {
    return reason == RequeueReason.AGENT_LOST ? scripts.unsettle(desk, id) : scripts.letLie(desk, id, agent);
  }

  private static boolean isAnswered(@Nullable ConversationRecord record) {
    return record != null && record.state() == ConversationRecord.State.ASSIGNED && record.asked() == 0;
  }

  private static boolean isAskedSince(@Nullable ConversationRecord record, long time) {
    return record != null && record.state() == ConversationRecord.State.ASSIGNED && record.asked() > time;
  }

  /// Brings the desk in line with the conversation, which alone says how it stands.
  ///
  /// @param mark of the change that this finishes
  CompletionStage<Void> settle(String desk, ConversationId id, long mark) {
    return conversations.find(id).thenCompose(record -> {
      // Not there yet, perhaps: it may be opened at this moment, so nothing is taken from the desk.
      if (record == null || !isOf(desk, record)) {
        return scripts.nothingBegun(desk, id, mark).thenAccept(done -> {});
      }
      return switch (record.state()) {
        case CLOSED -> leave(desk, id, mark);
        case ASSIGNED -> places.arrive(id, record.card(), record.tier(), mark).thenAccept(arrived -> {});
        case WAITING -> places.arrive(id, record.card(), record.tier(), NO_MARK)
            .thenCompose(arrived -> putBack(desk, id, mark, record.claim()));
      };
    });
  }

  /// Anybody of the staff can name a conversation of another desk.
  private static boolean isOf(String desk, ConversationRecord record) {
    return record.card().desk().equals(desk);
  }

  private CompletionStage<Void> putBack(String desk, ConversationId id, long mark, long recorded) {
    String event = json.write(new ForAgent.ConversationTaken(id, TakenReason.REQUEUED));
    return scripts.putBack(desk, id, ids.next(), event, mark, recorded).thenCompose(moved -> moved(desk, moved));
  }

  /// The conversation is over.
  CompletionStage<Void> leave(String desk, ConversationId id, long mark) {
    String event = json.write(new ForAgent.ConversationTaken(id, TakenReason.CLOSED));
    return scripts.leave(desk, id, ids.next(), event, mark, settings.remembered())
        .thenCompose(moved -> moved(desk, moved));
  }

  private CompletionStage<Void> moved(String desk, RedisRoutingScripts.Moved moved) {
    announce(moved.told());
    return moved.agent() == null
        ? CompletableFuture.completedStage(null)
        : dispatchFreed(desk, moved.groups(), moved.agent());
  }

  /// Does the same for each, whatever becomes of the others; fails in the end if one has failed.
  static <T> CompletionStage<Void> each(Collection<T> all, Function<T, CompletionStage<Void>> work) {
    return CompletableFuture.allOf(all.stream()
        .map(one -> CompletableFuture.completedFuture(one).thenCompose(work).exceptionally(failure -> {
          throw new CompletionException(one + ": " + failure.getMessage(), failure);
        }))
        .toArray(CompletableFuture<?>[]::new));
  }

  /// All that is found, in the order in which it was asked for.
  static <T> CompletionStage<List<T>> found(Stream<CompletionStage<@Nullable T>> asked) {
    var answers = asked.map(CompletionStage::toCompletableFuture).toList();
    return CompletableFuture.allOf(answers.toArray(CompletableFuture<?>[]::new))
        .thenApply(done -> answers.stream().flatMap(answer -> Stream.ofNullable(answer.join())).toList());
  }
}
