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
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// Gives waiting buyers to free agents and takes them back. A claim is made in the desk's slot, recorded in the
/// conversation's, and confirmed in the desk's again; each step can be repeated by anybody who finds it unfinished.
final class Dispatcher {

  private final RedisRoutingScripts scripts;
  private final Conversations conversations;
  private final Hub hub;
  private final StrictJson json;
  private final Ids ids;
  private final RoutingSettings settings;

  Dispatcher(RedisRoutingScripts scripts, Conversations conversations, Hub hub, StrictJson json, Ids ids,
      RoutingSettings settings) {
    this.scripts = scripts;
    this.conversations = conversations;
    this.hub = hub;
    this.json = json;
    this.ids = ids;
    this.settings = settings;
  }

  /// Gives out whoever waits in a group, as long as somebody is free.
  CompletionStage<Void> dispatch(String desk, String group) {
    return scripts.claim(desk, group)
        .thenCompose(claims -> all(claims.stream().map(claim -> record(desk, claim)).toList())
            .thenCompose(recorded -> claims.size() < settings.batch()
                ? CompletableFuture.completedStage(null)
                : dispatch(desk, group)));
  }

  /// Gives out whoever waits at a desk.
  CompletionStage<Void> dispatchAll(String desk) {
    return scripts.queues(desk)
        .thenCompose(groups -> all(groups.stream().map(group -> dispatch(desk, group)).toList()));
  }

  /// Records a claim in its conversation and tells the agent.
  CompletionStage<Void> record(String desk, Claim claim) {
    return conversations.assign(claim.claimed()).thenCompose(turn -> switch (turn) {
      case Turn.Taken(long revision) -> confirm(desk, claim, revision);
      case Turn.Not(var why) -> switch (why) {
        case NOT_FOUND, CLOSED -> leave(desk, new ConversationId(claim.conversation()));
        // A newer claim stands; this one is none any more.
        case STALE, ANSWERED -> CompletableFuture.completedStage(null);
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
            .thenCompose(noted -> conversations.requeue(id, agent, reason))
            .thenCompose(turn -> settle(desk, id)));
  }

  private static boolean isAnswered(@Nullable ConversationRecord record) {
    return record != null && record.state() == ConversationRecord.State.ASSIGNED && record.asked() == 0;
  }

  /// Brings the desk in line with the conversation, which alone says how it stands.
  CompletionStage<Void> settle(String desk, ConversationId id) {
    return conversations.find(id).thenCompose(record -> {
      if (record == null || record.state() == ConversationRecord.State.CLOSED) {
        return leave(desk, id);
      }
      return scripts.arrive(desk, id, record.card().group(), priority())
          .thenCompose(arrived -> record.state() == ConversationRecord.State.WAITING
              ? putBack(desk, id)
              : CompletableFuture.completedStage(null));
    });
  }

  private CompletionStage<Void> putBack(String desk, ConversationId id) {
    String event = json.write(new ForAgent.ConversationTaken(id, TakenReason.REQUEUED));
    return scripts.putBack(desk, id, ids.next(), event).thenCompose(moved -> moved(desk, moved));
  }

  /// The conversation is over.
  CompletionStage<Void> leave(String desk, ConversationId id) {
    String event = json.write(new ForAgent.ConversationTaken(id, TakenReason.CLOSED));
    return scripts.leave(desk, id, ids.next(), event).thenCompose(moved -> moved(desk, moved));
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

  static CompletionStage<Void> all(List<? extends CompletionStage<?>> stages) {
    return CompletableFuture.allOf(stages.stream().map(CompletionStage::toCompletableFuture)
        .toArray(CompletableFuture<?>[]::new));
  }
}
