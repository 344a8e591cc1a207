package dev.xiaoer.routing;

import dev.xiaoer.conversation.Conversations.Speaker;
import dev.xiaoer.conversation.Outcome;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.ForBuyer.AgentCard;
import dev.xiaoer.protocol.Ref;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// Conversations that agents pass on to each other (C2). An offer stands for a while; the conversation stays the giver's
/// until it is accepted, and a place is held at the receiver. The same command again is answered as before.
///
/// What is done stands in the asker's own topic; its id is the transfer's.
public interface Transfers {

  /// Refused as STALE, NOT_AVAILABLE, NEEDS_SUPERVISOR or TRANSFER_PENDING.
  CompletionStage<Outcome> offer(Offer offer);

  /// Completes when the conversation is the receiver's. Refused as STALE when the offer stands no longer.
  CompletionStage<Outcome> accept(ConversationId conversation, Ref transfer, Speaker receiver);

  CompletionStage<Outcome> refuse(ConversationId conversation, Ref transfer, Speaker receiver, @Nullable String reason);

  CompletionStage<Outcome> withdraw(ConversationId conversation, Ref transfer, Speaker giver);

  /// The offers under way that an agent has made or been made.
  CompletionStage<List<Pending>> pending(String desk, String agent);

  /// @param name the giver's
  /// @param revision the one the giver saw
  /// @param ref becomes the transfer's name
  record Offer(ConversationId conversation, Speaker giver, String name, long revision, Ref ref, Receiver to,
      String reason, String note) {}

  /// @param group the group it was offered to; null when an agent was named
  /// @param until when it ends by itself, in ms
  record Pending(Ref transfer, ConversationId conversation, AgentCard from, AgentCard to, @Nullable String group,
      String reason, String note, long until) {}
}
