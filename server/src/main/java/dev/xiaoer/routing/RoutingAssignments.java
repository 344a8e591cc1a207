package dev.xiaoer.routing;

import dev.xiaoer.conversation.Conversations;
import dev.xiaoer.conversation.Conversations.Speaker;
import dev.xiaoer.conversation.Outcome;
import dev.xiaoer.groups.DeskRules;
import dev.xiaoer.hub.Appended;
import dev.xiaoer.hub.Hub;
import dev.xiaoer.hub.Ids;
import dev.xiaoer.json.StrictJson;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.ForAgent;
import dev.xiaoer.protocol.ForStaff.RequeueReason;
import dev.xiaoer.protocol.Ref;
import dev.xiaoer.protocol.Refusal;
import dev.xiaoer.protocol.Topic;
import dev.xiaoer.routing.RedisOfferScripts.Lapsed;
import dev.xiaoer.routing.RedisOfferScripts.Why;
import dev.xiaoer.routing.RedisOfferScripts.Wish;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// An offer holds a place at the desk; only what was accepted is recorded in the conversation.
final class RoutingAssignments implements Assignments {

  private static final CompletionStage<?> DONE = CompletableFuture.completedStage(null);

  private final RedisOfferScripts scripts;
  private final Conversations conversations;
  private final Dispatcher dispatcher;
  private final DeskRules rules;
  private final Hub hub;
  private final StrictJson json;
  private final Ids ids;

  RoutingAssignments(RedisOfferScripts scripts, Conversations conversations, Dispatcher dispatcher, DeskRules rules,
      Hub hub, StrictJson json, Ids ids) {
    this.scripts = scripts;
    this.conversations = conversations;
    this.dispatcher = dispatcher;
    this.rules = rules;
    this.hub = hub;
    this.json = json;
    this.ids = ids;
  }

  @Override
  public CompletionStage<Outcome> answer(Speaker agent, ConversationId conversation, long claim, boolean accepted) {
    return accepted
        ? scripts.accept(agent.desk(), conversation, claim, agent.id()).thenCompose(wish -> carryOut(agent, wish))
        : lapse(agent.desk(), conversation, claim, agent.id(), false);
  }

  @Override
  public CompletionStage<Outcome> pick(Speaker agent, ConversationId conversation) {
    return conversations.card(conversation).thenCompose(card -> {
      if (card == null || !card.desk().equals(agent.desk())) {
        return refused(Refusal.NOT_FOUND);
      }
      return rules.of(card.desk(), card.group()).manualPick()
          ? scripts.pick(agent.desk(), conversation, agent.id()).thenCompose(wish -> carryOut(agent, wish))
          : refused(Refusal.FORBIDDEN);
    });
  }

  /// The agent did not answer in time.
  CompletionStage<?> lapse(String desk, Claim claim) {
    return lapse(desk, claim.id(), claim.number(), claim.agent(), true);
  }

  /// @param unanswered whether the agent said nothing
  private CompletionStage<Outcome> lapse(String desk, ConversationId conversation, long claim, String agent,
      boolean unanswered) {
    String id = ids.next();
    String event = json.write(new ForAgent.AssignmentLapsed(conversation, claim));
    return scripts.lapse(desk, conversation, claim, agent, id, event).thenCompose(lapsed -> {
      Outcome outcome = new Outcome.Done(new Topic.Agent(desk, agent), lapsed.seq(), id, lapsed.ts());
      return (unanswered && lapsed.told() != null ? explain(conversation, claim, agent) : DONE)
          .thenCompose(explained -> moved(desk, agent, lapsed)).thenApply(done -> outcome);
    });
  }

  /// Nothing hangs on it: who is asked next is not kept waiting by what cannot be written down.
  private CompletionStage<?> explain(ConversationId conversation, long claim, String agent) {
    return conversations.explain(conversation, new Ref("offer-%012d".formatted(claim)), agent,
        RequeueReason.OFFER_UNANSWERED).exceptionally(failure -> new Outcome.Refused(Refusal.STORE_UNAVAILABLE));
  }

  private CompletionStage<Void> moved(String desk, String agent, Lapsed lapsed) {
    if (lapsed.told() == null) {
      return CompletableFuture.completedStage(null);
    }
    hub.announce(lapsed.told());
    return dispatcher.dispatchFreed(desk, lapsed.groups(), agent);
  }

  private CompletionStage<Outcome> carryOut(Speaker agent, Wish wish) {
    return switch (wish) {
      case Wish.Granted(Claim claim) ->
        dispatcher.recordTold(agent.desk(), claim).thenApply(RoutingAssignments::recorded);
      case Wish.Known(long seq, long ts) -> CompletableFuture
          .completedStage(new Outcome.Done(new Topic.Agent(agent.desk(), agent.id()), seq, ids.next(), ts));
      case Wish.Not(Why why) -> refused(switch (why) {
        case STALE -> Refusal.STALE;
        case NOT_WAITING -> Refusal.NOT_WAITING;
        case FORBIDDEN -> Refusal.FORBIDDEN;
        case CAP_FULL -> Refusal.CAP_FULL;
      });
    };
  }

  /// It may be closed since, or another node may have told the agent a moment ago.
  private static Outcome recorded(@Nullable Appended told) {
    return told == null
        ? new Outcome.Refused(Refusal.STALE)
        : new Outcome.Done(told.topic(), told.seq(), told.id(), told.ts());
  }

  private static CompletionStage<Outcome> refused(Refusal code) {
    return CompletableFuture.completedStage(new Outcome.Refused(code));
  }
}
