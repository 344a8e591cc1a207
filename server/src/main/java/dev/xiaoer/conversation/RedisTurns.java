package dev.xiaoer.conversation;

import dev.xiaoer.hub.Appended;
import dev.xiaoer.hub.Hub;
import dev.xiaoer.hub.Ids;
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

  /// Stands in an event for the number that only the script knows: the revision, or since when the buyer waits.
  private static final String KNOWN_INSIDE = "-7777777";

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
    String forStaff = json.write(new ForStaff.AssignmentExplained(claimed.agent().id(), Long.parseLong(KNOWN_INSIDE),
        claimed.reason(), claimed.load(), claimed.cap()));
    return turn(claimed.conversation(), forBuyer, forStaff,
        (buyerId, staffId, staff) -> scripts.assign(claimed, buyerId, forBuyer, staffId, staff));
  }

  CompletionStage<Turn> requeue(ConversationId id, String agent, RequeueReason reason) {
    String forBuyer = json.write(new ForBuyer.ConversationRequeued());
    String forStaff = json.write(new ForStaff.RequeueExplained(agent, Long.parseLong(KNOWN_INSIDE), reason));
    return turn(id, forBuyer, forStaff,
        (buyerId, staffId, staff) -> scripts.requeue(id, agent, buyerId, forBuyer, staffId, staff));
  }

  CompletionStage<Turn> transfer(Transferred transferred) {
    String forBuyer = json.write(new ForBuyer.ConversationTransferred(transferred.agent()));
    String forStaff = json.write(transferred.offer().explained(TransferHow.ACCEPTED, Long.valueOf(KNOWN_INSIDE)));
    return turn(transferred.conversation(), forBuyer, forStaff,
        (buyerId, staffId, staff) -> scripts.transfer(transferred, buyerId, forBuyer, staffId, staff));
  }

  private CompletionStage<Turn> turn(ConversationId id, String forBuyer, String forStaff, TurnScript script) {
    String buyerId = ids.next();
    String staffId = ids.next();
    int at = forStaff.lastIndexOf(KNOWN_INSIDE);
    var around = new Around(forStaff.substring(0, at), forStaff.substring(at + KNOWN_INSIDE.length()));
    return script.run(buyerId, staffId, around).thenApply(turning -> switch (turning) {
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

  /// What stands before and behind that number in an event.
  record Around(String before, String after) {}

  private interface TurnScript {
    CompletionStage<RedisConversationScripts.Turning> run(String buyerId, String staffId, Around staffEvent);
  }
}
