package dev.xiaoer.routing;

import dev.xiaoer.conversation.ConversationRecord;
import dev.xiaoer.conversation.Conversations;
import dev.xiaoer.conversation.Turn;
import dev.xiaoer.hub.Hub;
import dev.xiaoer.hub.Ids;
import dev.xiaoer.json.StrictJson;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.ForAgent;
import dev.xiaoer.protocol.ForAgent.TakenReason;
import dev.xiaoer.protocol.ForStaff.RequeueReason;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Gives waiting buyers to free agents and takes them back. A claim is made in the desk's slot, recorded in the
/// conversation's, and confirmed in the desk's again; each step can be repeated by anybody who finds it unfinished.
final class Dispatcher {

  /// What finishes no change that somebody has marked as begun.
  private static final long NO_MARK = 0;

  private final RedisRoutingScripts scripts;
  private final Places places;
  private final Conversations conversations;
  private final Hub hub;
  private final StrictJson json;
  private final Ids ids;
  private final RoutingSettings settings;

  Dispatcher(RedisRoutingScripts scripts, Places places, Conversations conversations, Hub hub, StrictJson json, Ids ids,
      RoutingSettings settings) {
    this.scripts = scripts;
    this.places = places;
    this.conversations = conversations;
    this.hub = hub;
    this.json = json;
    this.ids = ids;
    this.settings = settings;
  }

  /// Gives out whoever waits in a group, as long as somebody is free.
  CompletionStage<Void> dispatch(String desk, String group) {
    return scripts.claim(desk, group)
        .thenCompose(claims -> each(claims, claim -> record(desk, claim))
            .thenCompose(recorded -> claims.size() < settings.batch()
                ? CompletableFuture.completedStage(null)
                : dispatch(desk, group)));
  }

  /// Gives out whoever waits at a desk.
  CompletionStage<Void> dispatchAll(String desk) {
    return scripts.queues(desk)
        .thenCompose(groups -> each(groups, group -> dispatch(desk, group)));
  }

  /// Records a claim in its conversation and tells the agent.
  CompletionStage<Void> record(String desk, Claim claim) {
    return conversations.assign(claim.claimed()).thenCompose(turn -> switch (turn) {
      case Turn.Taken(long revision) -> confirm(desk, claim, revision);
      case Turn.Not(var why) -> switch (why) {
        case NOT_FOUND, CLOSED -> leave(desk, new ConversationId(claim.conversation()), NO_MARK);
        // It was put back since, or a newer claim stands: this one is none any more.
        case STALE, ANSWERED -> settle(desk, new ConversationId(claim.conversation()), NO_MARK);
      };
    });
  }

  private CompletionStage<Void> confirm(String desk, Claim claim, long revision) {
    var id = new ConversationId(claim.conversation());
    return conversations.find(id).thenCompose(record -> {
      if (record == null) {
        return CompletableFuture.completedStage(null);
      }
      String eventId = ids.next();
      String event = json.write(given(id, revision, record));
      return scripts.confirmClaim(desk, claim, eventId, event).thenAccept(told -> {
        if (told != null) {
          hub.announce(told);
        }
      });
    });
  }

  private static ForAgent.ConversationGiven given(ConversationId id, long revision, ConversationRecord record) {
    return new ForAgent.ConversationGiven(id, revision, record.card().shop(), record.card().group(), record.buyer());
  }

  /// Lets the conversation wait again if its agent is gone and its buyer waits for an answer.
  CompletionStage<Void> takeBack(String desk, ConversationId id, String agent, RequeueReason reason) {
    return conversations.find(id).thenCompose(record -> isAnswered(record)
        ? CompletableFuture.completedStage(null) // it stays the agent's until its buyer writes again
        : scripts.unsettle(desk, id)
            .thenCompose(mark -> conversations.requeue(id, agent, reason)
                .thenCompose(turn -> settle(desk, id, mark))));
  }

  private static boolean isAnswered(@Nullable ConversationRecord record) {
    return record != null && record.state() == ConversationRecord.State.ASSIGNED && record.asked() == 0;
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
        case ASSIGNED ->
          places.arrive(desk, id, record.card().group(), priority(), mark).thenAccept(arrived -> {});
        case WAITING -> places.arrive(desk, id, record.card().group(), priority(), NO_MARK)
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
    return scripts.leave(desk, id, ids.next(), event, mark).thenCompose(moved -> moved(desk, moved));
  }

  private CompletionStage<Void> moved(String desk, RedisRoutingScripts.Moved moved) {
    if (moved.told() != null) {
      hub.announce(moved.told());
    }
    // A place that becomes free may be one of several groups, so all of them are looked at.
    return moved.group() == null ? CompletableFuture.completedStage(null) : dispatchAll(desk);
  }

  /// Everybody the same for now: tiers and complaints will raise it.
  static int priority() {
    return 5;
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
