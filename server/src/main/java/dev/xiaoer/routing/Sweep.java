package dev.xiaoer.routing;

import dev.xiaoer.availability.Availability;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.ForStaff.RequeueReason;
import java.util.List;
import java.util.concurrent.CompletionStage;

/// Looks at a desk once: who is gone, what was left unfinished, who could be served. Every node does it; there is no
/// leader, since each step is one script or can be repeated.
public final class Sweep {

  private final Availability availability;
  private final RedisRoutingScripts scripts;
  private final Dispatcher dispatcher;
  private final QueueBoard board;

  Sweep(Availability availability, RedisRoutingScripts scripts, Dispatcher dispatcher, QueueBoard board) {
    this.availability = availability;
    this.scripts = scripts;
    this.dispatcher = dispatcher;
    this.board = board;
  }

  public CompletionStage<Void> sweep(String desk) {
    return availability.reap(desk)
        .thenCompose(gone -> Dispatcher.all(gone.stream().map(agent -> takeBackFrom(desk, agent)).toList()))
        .thenCompose(taken -> scripts.unfinished(desk))
        .thenCompose(unfinished -> finish(desk, unfinished))
        .thenCompose(finished -> dispatcher.dispatchAll(desk))
        .thenCompose(dispatched -> board.update(desk));
  }

  private CompletionStage<Void> takeBackFrom(String desk, String agent) {
    return scripts.ownedBy(desk, agent).thenCompose(owned -> Dispatcher.all(owned.stream()
        .map(id -> dispatcher.takeBack(desk, new ConversationId(id), agent, RequeueReason.AGENT_LOST))
        .toList()));
  }

  private CompletionStage<Void> finish(String desk, RedisRoutingScripts.Unfinished unfinished) {
    List<CompletionStage<Void>> claims = unfinished.claims().stream()
        .map(claim -> dispatcher.record(desk, claim)).toList();
    return Dispatcher.all(claims).thenCompose(recorded -> Dispatcher.all(unfinished.unsettled().stream()
        .map(one -> dispatcher.settle(desk, one.conversation(), one.mark())).toList()));
  }
}
