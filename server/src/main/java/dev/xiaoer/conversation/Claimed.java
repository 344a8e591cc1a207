package dev.xiaoer.conversation;

import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.ForBuyer.AgentCard;
import dev.xiaoer.protocol.ForStaff.AssignmentReason;

/// A claim of the desk that is to be recorded in the conversation.
///
/// @param number of the desk; a newer claim has a higher one, and only a newer one changes anything
/// @param load how many conversations the agent had before
public record Claimed(ConversationId conversation, long number, AgentCard agent, AssignmentReason reason, int load,
    int cap) {}
