package dev.xiaoer.protocol;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Events of a conversation's staff topic. No buyer ever sees one.
public sealed interface ForStaff extends Event {

  /// @param mentions ids of colleagues who were told of it
  @JsonTypeName("note.posted")
  record NotePosted(Author author, String text, List<String> mentions) implements ForStaff {
    public NotePosted {
      mentions = List.copyOf(mentions);
    }
  }

  /// @param contact how the buyer wants to be reached
  @JsonTypeName("contact.left")
  record ContactLeft(String contact) implements ForStaff {}

  /// Somebody had something shown that is masked otherwise (C8).
  ///
  /// @param by the id of who looked
  /// @param seq of the buyer topic's event it stands in; null when it stands elsewhere
  @JsonTypeName("sensitive.revealed")
  record SensitiveRevealed(String by, @Nullable Long seq, Sensitive what) implements ForStaff {}

  /// Somebody had shown what was taken back.
  ///
  /// @param by the id of who looked
  /// @param seq of what was taken back
  @JsonTypeName("recalled.shown")
  record RecalledShown(String by, long seq) implements ForStaff {}

  /// Why this agent got this buyer.
  ///
  /// @param load how many conversations the agent had, the new one not counted
  /// @param cap how many the agent may have
  /// @param weight 1 to 100: the agent's share in the group, 10 for everybody nothing is settled for
  /// @param lastServed when the agent served this buyer last, in ms, where that is the reason; else null
  @JsonTypeName("assignment.explained")
  record AssignmentExplained(String agent, long revision, AssignmentReason reason, int load, int cap, int weight,
      @Nullable Long lastServed) implements ForStaff {}

  /// @param from the agent who had it
  @JsonTypeName("requeue.explained")
  record RequeueExplained(@Nullable String from, long revision, RequeueReason reason) implements ForStaff {}

  /// What became of an offer to somebody else (C2).
  ///
  /// @param from the id of who offered it
  /// @param to the id of who was asked; null when nobody was
  /// @param group the group it was offered to; null when an agent was named
  /// @param note may be empty
  /// @param hop which transfer of the conversation it is or would have been: 1 for the first
  /// @param asked when it was accepted: since when the buyer waited for an answer of `from`, in ms; null when everything
  ///   was answered
  @JsonTypeName("transfer.explained")
  record TransferExplained(Ref transfer, String from, @Nullable String to, @Nullable String group, String reason,
      String note, int hop, TransferHow how, @Nullable Long asked) implements ForStaff {}

  /// Why the desk has said something by itself.
  ///
  /// @param seq of what it said, in the buyer topic
  /// @param rule of the desk's pack
  /// @param trigger the keyword that was found, or how much of a known question agrees; null where the kind says it all
  @JsonTypeName("reply.explained")
  record ReplyExplained(long seq, ReplyKind kind, String rule, @Nullable String trigger) implements ForStaff {}

  /// On what occasion the desk says something by itself. It is no person's answer and ends no wait.
  enum ReplyKind {
    /// The agent has hung up (B3).
    HUNG_UP,
    /// The agent has a break (B1).
    ON_BREAK,
    /// The agent stays away longer than agreed (B4).
    AWAY,
    /// Nobody is on duty.
    OFF_HOURS,
    /// The buyer waits in the queue.
    QUEUEING,
    /// The agent has as many buyers as one can have.
    BUSY,
    /// The buyer's first words of the day.
    FIRST_RECEPTION,
    /// The agent is there and has not answered for a while (C1).
    SLOW_ANSWER,
    /// The conversation was closed (C6).
    CLOSING,
    /// The buyer's words have a keyword (C9).
    KEYWORD,
    /// The buyer asks what is known, and nobody is there to answer.
    FAQ
  }

  /// What is masked for those who do not need it.
  enum Sensitive {
    PHONE, ID_NUMBER, CARD, ADDRESS, EMAIL,
    /// How the buyer wants to be reached.
    CONTACT
  }

  enum AssignmentReason {
    /// The smallest load of those free in the group.
    LEAST_LOADED,
    /// The agent served this buyer lately.
    SERVED_LATELY,
    /// The buyer had waited for long: an agent of another group helps out.
    OVERFLOW,
    /// The agent picked the buyer from the queue.
    PICKED,
    /// A colleague handed the conversation on.
    TRANSFERRED
  }

  enum RequeueReason {
    /// The agent's connection was gone for longer than the grace time (B6).
    AGENT_LOST,
    /// The agent went off duty while the buyer waited.
    AGENT_OFFLINE,
    /// The agent was hung up for too long, and the grace was over too (B2).
    AGENT_OVERDUE,
    /// The agent was on a break, and the buyer had waited for a while.
    BREAK_UNANSWERED,
    /// The agent was offered the conversation and did not answer in time.
    OFFER_UNANSWERED
  }
}
