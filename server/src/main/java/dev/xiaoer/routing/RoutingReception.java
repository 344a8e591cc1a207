package dev.xiaoer.routing;

import dev.xiaoer.conversation.ConversationRecord;
import dev.xiaoer.conversation.Conversations;
import dev.xiaoer.conversation.Opening;
import dev.xiaoer.conversation.Outcome;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.Ref;
import dev.xiaoer.protocol.Refusal;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// Joins the life of a conversation to its place at the desk.
final class RoutingReception implements Reception {

  private static final Logger LOG = System.getLogger(RoutingReception.class.getName());

  private final RedisRoutingScripts scripts;
  private final OpenConversations open;
  private final Conversations conversations;
  private final Dispatcher dispatcher;
  private final QueueBoard board;

  RoutingReception(RedisRoutingScripts scripts, OpenConversations open, Conversations conversations,
      Dispatcher dispatcher, QueueBoard board) {
    this.scripts = scripts;
    this.open = open;
    this.conversations = conversations;
    this.dispatcher = dispatcher;
    this.board = board;
  }

  @Override
  public CompletionStage<Outcome> start(Opening opening) {
    return start(opening, ConversationIds.openedBy(opening.shop(), opening.buyer().id(), opening.ref()), null);
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
            .thenCompose(opened -> (opened.fresh() ? arrive(opening, id, mark) : arriveAgain(opening, id, mark))
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
          : arrive(opening, id, mark);
    });
  }

  private CompletionStage<Void> arrive(Opening opening, ConversationId id, long mark) {
    return scripts.arrive(opening.desk(), id, opening.group(), Dispatcher.priority(), mark).thenAccept(arrived -> {
      board.tell(opening.desk(), opening.group(), id, arrived.position());
      inTheBackground(dispatcher.dispatch(opening.desk(), opening.group()));
    });
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
  public void lookAround(String desk) {
    inTheBackground(dispatcher.dispatchAll(desk));
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
