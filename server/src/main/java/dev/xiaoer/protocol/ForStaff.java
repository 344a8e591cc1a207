package dev.xiaoer.protocol;

import com.fasterxml.jackson.annotation.JsonTypeName;
import org.jspecify.annotations.Nullable;

/// Events of a conversation's staff topic. No buyer ever sees one.
public sealed interface ForStaff extends Event {

  @JsonTypeName("note.posted")
  record NotePosted(Author author, String text) implements ForStaff {}

  /// Why this agent got this buyer.
  ///
  /// @param load how many conversations the agent had, the new one not counted
  /// @param cap how many the agent may have
  @JsonTypeName("assignment.explained")
  record AssignmentExplained(String agent, long revision, AssignmentReason reason, int load,
      int cap) implements ForStaff {}

  /// @param from the agent who had it
  @JsonTypeName("requeue.explained")
  record RequeueExplained(@Nullable String from, long revision, RequeueReason reason) implements ForStaff {}

  enum AssignmentReason {
    /// The smallest load of those free in the group.
    LEAST_LOADED
  }

  enum RequeueReason {
    /// The agent's connection was gone for longer than the grace time (B6).
    AGENT_LOST,
    /// The agent went off duty while the buyer waited.
    AGENT_OFFLINE
  }
}
