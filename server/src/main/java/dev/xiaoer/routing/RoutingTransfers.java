package dev.xiaoer.routing;

import dev.xiaoer.conversation.ConversationRecord;
import dev.xiaoer.conversation.Conversations;
import dev.xiaoer.conversation.Conversations.Speaker;
import dev.xiaoer.conversation.Outcome;
import dev.xiaoer.conversation.Turn;
import dev.xiaoer.groups.TransferRules;
import dev.xiaoer.hub.Hub;
import dev.xiaoer.hub.Ids;
import dev.xiaoer.json.Around;
import dev.xiaoer.json.StrictJson;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.ForAgent;
import dev.xiaoer.protocol.ForAgent.TakenReason;
import dev.xiaoer.protocol.ForBuyer.AgentCard;
import dev.xiaoer.protocol.Ref;
import dev.xiaoer.protocol.Refusal;
import dev.xiaoer.protocol.Topic;
import dev.xiaoer.protocol.TransferHow;
import dev.xiaoer.routing.RedisTransferScripts.Answer;
import dev.xiaoer.routing.RedisTransferScripts.Side;
import dev.xiaoer.routing.RedisTransferScripts.Told;
import dev.xiaoer.timers.Timer;
import dev.xiaoer.timers.TimerHandler;
import dev.xiaoer.timers.Timers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// One script in the desk's slot decides how an offer ends; then that is written into the conversation. Whoever finds it
/// undone when its timer is due does it again.
final class RoutingTransfers implements Transfers, TimerHandler {

  private static final long NO_MARK = 0;

  private final RedisTransferScripts scripts;
  private final Conversations conversations;
  private final Dispatcher dispatcher;
  private final TransferLimits limits;
  private final Timers timers;
  private final Hub hub;
  private final StrictJson json;
  private final Ids ids;

  RoutingTransfers(RedisTransferScripts scripts, Conversations conversations, Dispatcher dispatcher,
      TransferLimits limits, Timers timers, Hub hub, StrictJson json, Ids ids) {
    this.scripts = scripts;
    this.conversations = conversations;
    this.dispatcher = dispatcher;
    this.limits = limits;
    this.timers = timers;
    this.hub = hub;
    this.json = json;
    this.ids = ids;
  }

  @Override
  public CompletionStage<Outcome> offer(Offer offer) {
    return scripts.find(offer.giver().desk(), offer.ref()).thenCompose(known -> known == null
        ? conversations.find(offer.conversation()).thenCompose(record -> record == null
            ? refused(Refusal.NOT_FOUND)
            : offer(offer, record))
        : again(offer, known));
  }

  /// The answer was lost; whatever has become of the offer since, it was made.
  private CompletionStage<Outcome> again(Offer offer, Transfer known) {
    return known.conversation().equals(offer.conversation()) && known.from().id().equals(offer.giver().id())
        ? done(offer.giver(), offer.ref(), known.until())
        : refused(Refusal.REF_REUSED);
  }

  private CompletionStage<Outcome> offer(Offer offer, ConversationRecord record) {
    TransferRules limit = limits.of(offer.giver().desk(), record.card().group());
    return switch (Offering.of(offer, record, limit)) {
      case Offering.Refused(var code) -> refused(code);
      case Offering.Agreed agreed -> {
        Around event = json.writeAround(new ForAgent.TransferOffered(offer.ref(), offer.conversation(),
            record.card().shop(), record.card().group(), record.buyer(),
            new AgentCard(offer.giver().id(), offer.name()),
            offer.reason(), offer.note(), Around.OPEN));
        yield scripts.offer(offer, agreed, limit.answer(), ids.next(), event.before(), event.after())
            .thenCompose(answer -> {
              tell(answer);
              return isOneOf(answer, "OFFERED", "REPEATED")
                  ? done(offer.giver(), offer.ref(), answer.ts())
                  : refused(Refusal.valueOf(answer.word()));
            });
      }
    };
  }

  @Override
  public CompletionStage<Outcome> accept(ConversationId conversation, Ref transfer, Speaker receiver) {
    String desk = receiver.desk();
    return scripts.accept(desk, transfer, conversation, receiver.id())
        .thenCompose(answer -> isOneOf(answer, "ACCEPTED", "REPEATED")
            ? finish(desk, transfer).thenCompose(finished -> scripts.find(desk, transfer))
                .thenCompose(found -> found == null || found.how() == TransferHow.ACCEPTED
                    ? done(receiver, transfer, answer.ts())
                    : refused(Refusal.CLOSED))
            : refused(Refusal.valueOf(answer.word())));
  }

  @Override
  public CompletionStage<Outcome> refuse(ConversationId conversation, Ref transfer, Speaker receiver,
      @Nullable String reason) {
    return breakOff(conversation, transfer, Side.TO, receiver, TransferHow.REFUSED, reason);
  }

  @Override
  public CompletionStage<Outcome> withdraw(ConversationId conversation, Ref transfer, Speaker giver) {
    return breakOff(conversation, transfer, Side.FROM, giver, TransferHow.WITHDRAWN, null);
  }

  private CompletionStage<Outcome> breakOff(ConversationId conversation, Ref transfer, Side side, Speaker by,
      TransferHow how, @Nullable String reason) {
    return scripts.breakOff(by.desk(), transfer, conversation, side, by.id(), how,
        ended(transfer, conversation, how, by.id(), reason)).thenCompose(answer -> {
          tell(answer);
          return isOneOf(answer, "ENDED", "REPEATED")
              ? freed(by.desk(), finish(by.desk(), transfer))
                  .thenCompose(finished -> done(by, transfer, answer.ts()))
              : refused(Refusal.valueOf(answer.word()));
        });
  }

  @Override
  public CompletionStage<List<Pending>> pending(String desk, String agent) {
    return scripts.pending(desk, agent)
        .thenCompose(found -> Dispatcher.found(found.stream().map(id -> scripts.find(desk, id))))
        .thenApply(transfers -> transfers.stream().filter(one -> one.state() == Transfer.State.OFFERED)
            .map(Transfer::pending).toList());
  }

  @Override
  public String kind() {
    return "transfer";
  }

  @Override
  public CompletionStage<Void> due(String desk, Timer timer) {
    return finish(desk, new Ref(timer.subject()));
  }

  /// Ends the offers of those who have the conversation no longer, and to those who have gone.
  CompletionStage<Void> sweep(String desk) {
    return scripts.lapsed(desk).thenCompose(lapsed -> Dispatcher.each(lapsed, id -> finish(desk, id)));
  }

  /// Does what is still to be done about a transfer. Any number of nodes may.
  private CompletionStage<Void> finish(String desk, Ref id) {
    return scripts.find(desk, id).thenCompose(transfer -> transfer == null
        ? nothing()
        : switch (transfer.state()) {
          case OFFERED -> lapse(desk, transfer);
          case ACCEPTED -> freed(desk, record(desk, transfer));
          case ENDED -> explain(desk, transfer);
        });
  }

  private CompletionStage<Void> lapse(String desk, Transfer transfer) {
    String expired = ended(transfer, TransferHow.EXPIRED);
    String withdrawn = ended(transfer, TransferHow.WITHDRAWN);
    return scripts.lapse(desk, transfer.id(), ids.next(), expired, withdrawn).thenCompose(answer -> {
      tell(answer);
      return answer.word().equals("ENDED") ? freed(desk, finish(desk, transfer.id())) : nothing();
    });
  }

  private CompletionStage<Void> record(String desk, Transfer transfer) {
    return conversations.transfer(transfer.transferred()).thenCompose(turn -> switch (turn) {
      case Turn.Taken(long revision) -> confirm(desk, transfer, revision);
      case Turn.Not(var why) -> undo(desk, transfer);
    });
  }

  private CompletionStage<Void> confirm(String desk, Transfer transfer, long revision) {
    ConversationId id = transfer.conversation();
    return conversations.find(id).thenCompose(record -> {
      if (record == null) {
        return nothing();
      }
      String given = json.write(new ForAgent.ConversationGiven(id, revision, record.card().shop(),
          record.card().group(), record.buyer(), record.tier()));
      return scripts.confirm(desk, transfer.id(), ended(transfer.id(), id, TransferHow.ACCEPTED, transfer.to().id(),
          null), taken(id, TakenReason.TRANSFERRED), new Told(ids.next(), given)).thenAccept(this::tell);
    });
  }

  /// The giver has closed it meanwhile.
  private CompletionStage<Void> undo(String desk, Transfer transfer) {
    ConversationId id = transfer.conversation();
    return scripts.undo(desk, transfer.id(), new Told(ids.next(), ended(transfer, TransferHow.WITHDRAWN)),
        taken(id, TakenReason.CLOSED)).thenCompose(answer -> {
          tell(answer);
          return dispatcher.leave(desk, id, NO_MARK);
        }).thenCompose(left -> finish(desk, transfer.id()));
  }

  private CompletionStage<Void> explain(String desk, Transfer transfer) {
    TransferHow how = transfer.how();
    CompletionStage<?> explained = how == null || how == TransferHow.ACCEPTED
        ? nothing()
        : conversations.explain(transfer.conversation(), transfer.offer(), how);
    return explained.thenCompose(done -> timers.cancel(desk, kind(), transfer.id().value()));
  }

  /// Whoever waits may have a place now.
  private CompletionStage<Void> freed(String desk, CompletionStage<Void> ended) {
    return ended.thenRun(() -> RoutingReception.inTheBackground(dispatcher.dispatchAll(desk)));
  }

  private Told ended(Ref id, ConversationId conversation, TransferHow how, @Nullable String by,
      @Nullable String reason) {
    return new Told(ids.next(), json.write(new ForAgent.TransferEnded(id, conversation, how, by, reason)));
  }

  private String ended(Transfer transfer, TransferHow how) {
    return json.write(new ForAgent.TransferEnded(transfer.id(), transfer.conversation(), how, null, null));
  }

  private Told taken(ConversationId id, TakenReason reason) {
    return new Told(ids.next(), json.write(new ForAgent.ConversationTaken(id, reason)));
  }

  private void tell(Answer answer) {
    answer.told().forEach(hub::announce);
  }

  private static boolean isOneOf(Answer answer, String one, String other) {
    return answer.word().equals(one) || answer.word().equals(other);
  }

  private CompletionStage<Outcome> done(Speaker asker, Ref transfer, long ts) {
    return scripts.head(asker.desk(), asker.id()).thenApply(
        seq -> new Outcome.Done(new Topic.Agent(asker.desk(), asker.id()), seq, transfer.value(), ts));
  }

  private static CompletionStage<Outcome> refused(Refusal code) {
    return CompletableFuture.completedStage(new Outcome.Refused(code));
  }

  private static CompletionStage<Void> nothing() {
    return CompletableFuture.completedStage(null);
  }
}
