package dev.xiaoer.gateway;

import dev.xiaoer.accounts.StaffMember;
import dev.xiaoer.accounts.StaffMembers;
import dev.xiaoer.conversation.Conversations.Speaker;
import dev.xiaoer.conversation.Outcome;
import dev.xiaoer.protocol.ByAgent;
import dev.xiaoer.protocol.Refusal;
import dev.xiaoer.protocol.TransferTo;
import dev.xiaoer.routing.Receiver;
import dev.xiaoer.routing.Transfers;
import dev.xiaoer.text.StrictText;
import dev.xiaoer.text.Verdict;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads what agents say about transfers; whom they name is looked up beside the sockets' threads.
final class Passing {

  private static final int LONGEST_REASON = 50;
  private static final int LONGEST_NOTE = 500;

  private final Transfers transfers;
  private final StaffMembers staff;
  private final Executor virtualThreads;

  Passing(Transfers transfers, StaffMembers staff, Executor virtualThreads) {
    this.transfers = transfers;
    this.staff = staff;
    this.virtualThreads = virtualThreads;
  }

  CompletionStage<Outcome> offer(StaffMember giver, ByAgent.OfferTransfer offer) {
    return ifClean(offer.reason(), LONGEST_REASON, reason -> ifCleanOrNone(offer.note(), LONGEST_NOTE,
        note -> CompletableFuture.supplyAsync(() -> receiver(giver.desk(), offer.to()), virtualThreads)
            .thenCompose(to -> to == null
                ? refused(Refusal.NOT_FOUND)
                : transfers.offer(new Transfers.Offer(offer.conversation(), new Speaker(giver.desk(), giver.id()),
                    giver.displayName(), offer.revision(), offer.ref(), to, reason, note == null ? "" : note)))));
  }

  private @Nullable Receiver receiver(String desk, TransferTo to) {
    return switch (to) {
      case TransferTo.Agent(var id) -> {
        StaffMember member = staff.find(id);
        yield member == null || !member.desk().equals(desk)
            ? null
            : new Receiver.Agent(id, member.isLeader(), member.groups());
      }
      case TransferTo.Group(var id) -> new Receiver.Group(id, staff.ofDesk(desk).stream()
          .filter(member -> member.isLeader() && member.groups().contains(id))
          .map(StaffMember::id)
          .collect(Collectors.toSet()));
    };
  }

  /// Whom it was offered to need not see the conversation yet: the transfer says whether it is theirs to answer.
  CompletionStage<Outcome> answer(StaffMember receiver, ByAgent.AnswerTransfer answer) {
    var speaker = new Speaker(receiver.desk(), receiver.id());
    return answer.accepted()
        ? transfers.accept(answer.conversation(), answer.transfer(), speaker)
        : ifCleanOrNone(answer.reason(), LONGEST_REASON,
            reason -> transfers.refuse(answer.conversation(), answer.transfer(), speaker, reason));
  }

  CompletionStage<Outcome> withdraw(StaffMember giver, ByAgent.WithdrawTransfer withdraw) {
    return transfers.withdraw(withdraw.conversation(), withdraw.transfer(), new Speaker(giver.desk(), giver.id()));
  }

  private static CompletionStage<Outcome> ifCleanOrNone(@Nullable String text, int most,
      Function<@Nullable String, CompletionStage<Outcome>> then) {
    return text == null || text.isBlank() ? then.apply(null) : ifClean(text, most, then);
  }

  private static CompletionStage<Outcome> ifClean(String text, int most,
      Function<String, CompletionStage<Outcome>> then) {
    return switch (StrictText.check(text, most)) {
      case Verdict.Clean(var clean) -> then.apply(clean);
      case Verdict.Refused(var code) -> refused(code);
    };
  }

  private static CompletionStage<Outcome> refused(Refusal code) {
    return CompletableFuture.completedStage(new Outcome.Refused(code));
  }
}
