package dev.xiaoer.routing;

import dev.xiaoer.availability.Availability;
import dev.xiaoer.availability.Availability.Gone;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.ForStaff.RequeueReason;
import java.util.concurrent.CompletionStage;

/// Looks at a desk once: who is gone, what was left unfinished, who could be served. Every node does it; there is no
/// leader, since each step is one script or can be repeated.
public final class Sweep {

  private final Availability availability;
  private final RedisRoutingScripts scripts;
  private final Dispatcher dispatcher;
  private final RoutingAssignments assignments;
  private final AppliedRules applied;
  private final RoutingMentions mentions;
  private final RoutingTransfers transfers;
  private final QueueBoard board;

  Sweep(Availability availability, RedisRoutingScripts scripts, Dispatcher dispatcher, RoutingAssignments assignments,
      AppliedRules applied, RoutingMentions mentions, RoutingTransfers transfers, QueueBoard board) {
    this.availability = availability;
    this.scripts = scripts;
    this.dispatcher = dispatcher;
    this.assignments = assignments;
    this.applied = applied;
    this.mentions = mentions;
    this.transfers = transfers;
    this.board = board;
  }

  /// Goes on behind what fails: a conversation that is broken must not keep the others waiting.
  ///
  /// @return fails in the end with all that failed
  public CompletionStage<Void> sweep(String desk) {
    var failures = new Failures();
    return failures.passOver(takeBack(desk))
        .thenCompose(taken -> finish(desk, failures))
        .thenCompose(finished -> failures.passOver(transfers.sweep(desk)))
        .thenCompose(ended -> failures.passOver(applied.apply(desk)))
        .thenCompose(done -> failures.passOver(dispatcher.dispatchAll(desk)))
        .thenCompose(dispatched -> failures.passOver(board.update(desk)))
        .thenCompose(updated -> failures.told());
  }

  private CompletionStage<Void> takeBack(String desk) {
    return availability.reap(desk).thenCompose(gone -> Dispatcher.each(gone, agent -> takeBackFrom(desk, agent)));
  }

  private CompletionStage<Void> takeBackFrom(String desk, Gone gone) {
    RequeueReason reason = switch (gone.why()) {
      case LOST -> RequeueReason.AGENT_LOST;
      case LEFT -> RequeueReason.AGENT_OFFLINE;
      case OVERDUE -> RequeueReason.AGENT_OVERDUE;
      case BREAK -> RequeueReason.BREAK_UNANSWERED;
    };
    return scripts.ownedBy(desk, gone.agent()).thenCompose(owned -> Dispatcher.each(owned,
        id -> dispatcher.takeBack(desk, new ConversationId(id), gone.agent(), reason, gone.askedBefore())));
  }

  private CompletionStage<Void> finish(String desk, Failures failures) {
    return failures.passOver(scripts.unfinished(desk).thenCompose(unfinished -> failures
        .passOver(Dispatcher.each(unfinished.claims(), claim -> dispatcher.hand(desk, claim)))
        .thenCompose(handed -> failures.passOver(Dispatcher.each(unfinished.lapsed(),
            claim -> assignments.lapse(desk, claim).thenAccept(lapsed -> {}))))
        .thenCompose(recorded -> Dispatcher.each(unfinished.unsettled(),
            one -> mentions.tellAgain(one.conversation())
                .thenCompose(told -> dispatcher.settle(desk, one.conversation(), one.mark()))))));
  }
}
