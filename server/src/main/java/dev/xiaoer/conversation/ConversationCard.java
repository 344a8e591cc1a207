package dev.xiaoer.conversation;

/// Whose a conversation is. Only its group can change, when it is transferred to another one.
///
/// @param buyer the buyer's id
public record ConversationCard(String desk, String shop, String group, String buyer) {}
