package dev.xiaoer.protocol;

import com.fasterxml.jackson.annotation.JsonTypeName;
import org.jspecify.annotations.Nullable;

/// Events of an agent's own topic.
public sealed interface ForAgent extends Event {

  /// A conversation is the agent's from here on.
  ///
  /// @param revision what the agent's commands on the conversation have to name
  /// @param tier what the shop's server calls the buyer's rank; null for a buyer without one
  @JsonTypeName("conversation.given")
  record ConversationGiven(ConversationId conversation, long revision, String shop, String group,
      ForBuyer.BuyerCard buyer, @Nullable String tier) implements ForAgent {}

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

  /// The agent is asked whether to take a buyer; a place is held meanwhile.
  ///
  /// @param claim what the answer has to name
  /// @param until when the offer lapses, in ms
  @JsonTypeName("assignment.offered")
  record AssignmentOffered(ConversationId conversation, long claim, String shop, String group,
      ForBuyer.BuyerCard buyer, long until)
      implements
        ForAgent {}

  /// What was offered is the agent's no more: it was declined, or not answered in time.
  @JsonTypeName("assignment.lapsed")
  record AssignmentLapsed(ConversationId conversation, long claim) implements ForAgent {}

  /// @param state the agent's new one
  /// @param since when it began, in ms
  /// @param until when the time for it is over, in ms; null when there is none
  /// @param reason why the agent is hung up; null when there is none, or when the desk did it
  /// @param away what buyers who write meanwhile are told
  @JsonTypeName("availability.changed")
  record AvailabilityChanged(AvailabilityState state, long since, @Nullable Long until, @Nullable String reason,
      @Nullable String away) implements ForAgent {}

  /// The time for being hung up is nearly over.
  ///
  /// @param until when it is, in ms
  @JsonTypeName("availability.warned")
  record AvailabilityWarned(long until) implements ForAgent {}

  /// @param position in the line for a break, 1 is the next; 0 when the agent is no longer in it
  @JsonTypeName("break.waiting")
  record BreakWaiting(int position) implements ForAgent {}

  /// It is the agent's turn to have a break.
  ///
  /// @param until how long that is kept, in ms
  @JsonTypeName("break.ready")
  record BreakReady(long until) implements ForAgent {}

  /// A supervisor has decided on a request for more time.
  ///
  /// @param minutes how many were granted; 0 when none
  /// @param by the supervisor's id
  @JsonTypeName("time.decided")
  record TimeDecided(String request, String agent, boolean granted, int minutes, String by, @Nullable String note)
      implements
        ForAgent,
        ForSupervisors {}

  enum TakenReason {
    CLOSED, REQUEUED,
    /// A colleague has accepted it.
    TRANSFERRED
  }
}
