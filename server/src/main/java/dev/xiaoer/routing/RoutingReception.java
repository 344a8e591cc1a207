package dev.xiaoer.routing;

import dev.xiaoer.conversation.ConversationCard;
import dev.xiaoer.conversation.ConversationRecord;
import dev.xiaoer.conversation.Conversations;
import dev.xiaoer.conversation.Opening;
import dev.xiaoer.conversation.Outcome;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.Ref;
import dev.xiaoer.protocol.Refusal;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// Joins the life of a conversation to its place at the desk.
final class RoutingReception implements Reception {

  private static final Logger LOG = System.getLogger(RoutingReception.class.getName());

  private final RedisRoutingScripts scripts;
  private final Places places;
  private final OpenConversations open;
  private final Conversations conversations;
  private final Dispatcher dispatcher;
  private final AppliedRules applied;
  private final QueueBoard board;

  RoutingReception(RedisRoutingScripts scripts, Places places, OpenConversations open, Conversations conversations,
      Dispatcher dispatcher, AppliedRules applied, QueueBoard board) {
    this.scripts = scripts;
    this.places = places;
    this.open = open;
    this.conversations = conversations;
    this.dispatcher = dispatcher;
    this.applied = applied;
    this.board = board;
  }

  @Override
  public CompletionStage<Outcome> start(Opening opening) {
    return isTooMuch(opening).thenCompose(tooMuch -> tooMuch
        ? CompletableFuture.completedStage(new Outcome.Refused(Refusal.QUEUE_FULL))
        : leaveMessage(opening));
  }

  @Override
  public CompletionStage<Outcome> leaveMessage(Opening opening) {
    return start(opening, own(opening), null);
  }

  private static ConversationId own(Opening opening) {
    return ConversationIds.openedBy(opening.shop(), opening.buyer().id(), opening.ref());
  }

  /// Whether it would be one more who waits where no more may. What two say at once is not told apart: the one that came
  /// later has then left a message.
  private CompletionStage<Boolean> isTooMuch(Opening opening) {
    return places.isFull(opening.desk(), opening.group()).thenCompose(full -> full
        ? open.find(opening.shop(), opening.buyer().id()).thenCombine(conversations.find(own(opening)),
            (current, repeated) -> current == null && repeated == null)
        : CompletableFuture.completedStage(false));
  }

  /// @param own the conversation that this message opens, or has opened if it is a repeat
  private CompletionStage<Outcome> start(Opening opening, ConversationId own, @Nullable ConversationId over) {
    return open.claim(opening.shop(), opening.buyer().id(), own, over).thenCompose(current -> current.equals(own)
        ? say(opening, own)
        : sayInAnother(opening, own, current));
  }

  /// The buyer has an open conversation: the message is one more in it. A repeat belongs where it was said first, whatever
  /// has become of that conversation since.
  private CompletionStage<Outcome> sayInAnother(Opening opening, ConversationId own, ConversationId current) {
    return conversations.find(own).thenCompose(known -> known == null
        ? say(opening, current).thenCompose(outcome -> isClosed(outcome)
            ? start(opening, own, current)
            : CompletableFuture.completedStage(outcome))
        : say(opening, own));
  }

  private CompletionStage<Outcome> say(Opening opening, ConversationId id) {
    return scripts.unsettle(opening.desk(), id)
        .thenCompose(mark -> conversations.open(id, opening)
            .thenCompose(opened -> (opened.fresh()
                ? arrive(card(opening), opening.tier(), id, mark)
                : arriveAgain(opening, id, mark))
                .thenApply(arrived -> opened.outcome())));
  }

  /// Whether it ever came to wait is not known, nor whether it is still open.
  private CompletionStage<Void> arriveAgain(Opening opening, ConversationId id, long mark) {
    return conversations.find(id).thenCompose(record -> {
      if (record == null) {
        return CompletableFuture.completedStage(null);
      }
      return record.state() == ConversationRecord.State.CLOSED
          ? dispatcher.leave(opening.desk(), id, mark)
              .thenCompose(left -> open.release(opening.shop(), opening.buyer().id(), id)).thenAccept(released -> {})
          : arrive(record.card(), record.tier(), id, mark);
    });
  }

  private static ConversationCard card(Opening opening) {
    return new ConversationCard(opening.desk(), opening.shop(), opening.group(), opening.buyer().id());
  }

  private CompletionStage<Void> arrive(ConversationCard card, @Nullable String tier, ConversationId id, long mark) {
    return places.arrive(id, card, tier, mark).thenAccept(arrived -> {
      board.tell(card.desk(), card.group(), id, arrived.position());
      inTheBackground(dispatcher.dispatch(card.desk(), card.group()).thenCompose(
          dispatched -> dispatcher.dispatchReturning(card.desk(), listOf(arrived.lastAgent()))));
    });
  }

  private static List<String> listOf(@Nullable String agent) {
    return agent == null ? List.of() : List.of(agent);
  }

  private static boolean isClosed(Outcome outcome) {
    return outcome instanceof Outcome.Refused(var code) && code == Refusal.CLOSED;
  }

  @Override
  public CompletionStage<Outcome> close(ConversationId id, Conversations.Speaker agent, long revision, Ref ref,
      @Nullable String thanks) {
    return scripts.unsettle(agent.desk(), id).thenCompose(mark -> (thanks == null
        ? conversations.close(id, agent, revision, ref)
        : conversations.close(id, agent, revision, ref, thanks)).thenApply(outcome -> {
          if (outcome instanceof Outcome.Done) {
            inTheBackground(dispatcher.leave(agent.desk(), id, mark));
            inTheBackground(release(id));
          }
          return outcome;
        }));
  }

  private CompletionStage<?> release(ConversationId id) {
    return conversations.card(id).thenCompose(card -> card == null
        ? CompletableFuture.completedStage(null)
        : open.release(card.shop(), card.buyer(), id));
  }

  @Override
  public void comeBack(String desk, String group, ConversationId id) {
    inTheBackground(places.comeBack(desk, group, id));
  }

  @Override
  public void lookAround(String desk) {
    inTheBackground(applied.apply(desk).thenCompose(done -> dispatcher.dispatchAll(desk)));
  }

  /// Nobody waits for these; the sweep does again what failed.
  static void inTheBackground(CompletionStage<?> work) {
    work.whenComplete((done, failure) -> {
      if (failure != null) {
        LOG.log(Level.WARNING, "left to the sweep", failure);
      }
    });
  }
}
