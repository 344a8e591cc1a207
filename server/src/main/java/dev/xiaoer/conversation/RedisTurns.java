package dev.xiaoer.conversation;

import dev.xiaoer.hub.Appended;
import dev.xiaoer.hub.Hub;
import dev.xiaoer.hub.Ids;
import dev.xiaoer.json.Around;
import dev.xiaoer.json.StrictJson;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.ForBuyer;
import dev.xiaoer.protocol.ForStaff;
import dev.xiaoer.protocol.ForStaff.RequeueReason;
import dev.xiaoer.protocol.Topic;
import dev.xiaoer.protocol.TransferHow;
import java.util.concurrent.CompletionStage;

/// Changes whose a conversation is: the buyer is told of it, and the staff why. Stateless; any thread.
final class RedisTurns {

  private final RedisConversationScripts scripts;
  private final Hub hub;
  private final StrictJson json;
  private final Ids ids;

  RedisTurns(RedisConversationScripts scripts, Hub hub, StrictJson json, Ids ids) {
    this.scripts = scripts;
    this.hub = hub;
    this.json = json;
    this.ids = ids;
  }

  CompletionStage<Turn> assign(Claimed claimed) {
    String forBuyer = json.write(new ForBuyer.ConversationAssigned(claimed.agent()));
    Around forStaff = json.writeAround(new ForStaff.AssignmentExplained(claimed.agent().id(), Around.OPEN,
        claimed.reason(), claimed.load(), claimed.cap(), claimed.weight(), claimed.lastServed()));
    return turn(claimed.conversation(), forBuyer, forStaff,
        (buyerId, staffId, staff) -> scripts.assign(claimed, buyerId, forBuyer, staffId, staff));
  }

  CompletionStage<Turn> requeue(ConversationId id, String agent, RequeueReason reason) {
    String forBuyer = json.write(new ForBuyer.ConversationRequeued());
    Around forStaff = json.writeAround(new ForStaff.RequeueExplained(agent, Around.OPEN, reason));
    return turn(id, forBuyer, forStaff,
        (buyerId, staffId, staff) -> scripts.requeue(id, agent, buyerId, forBuyer, staffId, staff));
  }

  CompletionStage<Turn> transfer(Transferred transferred) {
    String forBuyer = json.write(new ForBuyer.ConversationTransferred(transferred.agent()));
    Around forStaff = json.writeAround(transferred.offer().explained(TransferHow.ACCEPTED, Around.OPEN));
    return turn(transferred.conversation(), forBuyer, forStaff,
        (buyerId, staffId, staff) -> scripts.transfer(transferred, buyerId, forBuyer, staffId, staff));
  }

  private CompletionStage<Turn> turn(ConversationId id, String forBuyer, Around forStaff, TurnScript script) {
    String buyerId = ids.next();
    String staffId = ids.next();
    return script.run(buyerId, staffId, forStaff).thenApply(turning -> switch (turning) {
      case RedisConversationScripts.Turning.Not(var why) -> new Turn.Not(why);
      case RedisConversationScripts.Turning.Repeated(long revision) -> new Turn.Taken(revision);
      case RedisConversationScripts.Turning.Done done -> {
        hub.announce(
            new Appended(new Topic.Buyer(id), done.buyerSeq(), buyerId, done.ts(), forBuyer, done.buyerNodes()));
        hub.announce(new Appended(new Topic.Staff(id), done.staffSeq(), staffId, done.ts(), done.staffEvent(),
            done.staffNodes()));
        yield new Turn.Taken(done.revision());
      }
    });
  }

  private interface TurnScript {
    CompletionStage<RedisConversationScripts.Turning> run(String buyerId, String staffId, Around staffEvent);
  }
}
