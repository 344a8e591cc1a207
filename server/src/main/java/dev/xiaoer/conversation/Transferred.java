package dev.xiaoer.conversation;

import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.ForBuyer.AgentCard;

/// A claim of the desk that came of a transfer and is to be recorded in the conversation.
///
/// @param number of the desk; a newer claim has a higher one, and only a newer one changes anything
/// @param group the conversation's from here on
public record Transferred(ConversationId conversation, long number, AgentCard agent, String group,
    OfferedTransfer offer) {}
