package dev.xiaoer.protocol;

import com.fasterxml.jackson.annotation.JsonTypeName;
import org.jspecify.annotations.Nullable;

/// Events of an agent's own topic.
public sealed interface ForAgent extends Event {

  /// A conversation is the agent's from here on.
  ///
  /// @param revision what the agent's commands on the conversation have to name
  @JsonTypeName("conversation.given")
  record ConversationGiven(ConversationId conversation, long revision, String shop, String group,
      ForBuyer.BuyerCard buyer)
      implements
        ForAgent {}

  @JsonTypeName("conversation.taken")
  record ConversationTaken(ConversationId conversation, TakenReason reason) implements ForAgent {}

  /// A colleague mentioned the agent in a note on a conversation.
  ///
  /// @param by the colleague's id
  @JsonTypeName("mentioned")
  record Mentioned(ConversationId conversation, String by, String shop, String group, ForBuyer.BuyerCard buyer)
      implements
        ForAgent {}

  /// A colleague offers a conversation; until it is answered, a place is held for it.
  ///
  /// @param transfer what the answer has to name
  /// @param group the conversation's, as long as it is the colleague's
  /// @param note may be empty
  /// @param until when the offer ends by itself, in ms
  @JsonTypeName("transfer.offered")
  record TransferOffered(Ref transfer, ConversationId conversation, String shop, String group, ForBuyer.BuyerCard buyer,
      ForBuyer.AgentCard from, String reason, String note, long until) implements ForAgent {}

  /// Told to both, once.
  ///
  /// @param by the id of who ended it; null when the desk did
  /// @param reason of who refused it
  @JsonTypeName("transfer.ended")
  record TransferEnded(Ref transfer, ConversationId conversation, TransferHow how, @Nullable String by,
      @Nullable String reason) implements ForAgent {}

  /// A colleague of another group has written down what a buyer of the agent's group asked (C3).
  ///
  /// @param by the colleague's id
  @JsonTypeName("registered.for")
  record RegisteredFor(String registration, String shop, String group, String by,
      String question) implements ForAgent {}

  /// @param until when the state ends by itself, in ms; null when it does not
  @JsonTypeName("availability.changed")
  record AvailabilityChanged(AvailabilityState state, @Nullable Long until) implements ForAgent {}

  enum TakenReason {
    CLOSED, REQUEUED,
    /// A colleague has accepted it.
    TRANSFERRED
  }
}
