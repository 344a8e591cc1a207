package dev.xiaoer.conversation;

import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.ForBuyer.AgentCard;
import dev.xiaoer.protocol.ForStaff.AssignmentReason;
import org.jspecify.annotations.Nullable;

/// A claim of the desk that is to be recorded in the conversation.
///
/// @param number of the desk; a newer claim has a higher one, and only a newer one changes anything
/// @param load how many conversations the agent had before
/// @param weight of the agent in the group
/// @param lastServed when the agent served this buyer last, in ms; null where that is not the reason
public record Claimed(ConversationId conversation, long number, AgentCard agent, AssignmentReason reason, int load,
    int cap, int weight, @Nullable Long lastServed) {

  public Claimed(ConversationId conversation, long number, AgentCard agent, AssignmentReason reason, int load,
      int cap) {
    this(conversation, number, agent, reason, load, cap, 10, null);
  }
}
