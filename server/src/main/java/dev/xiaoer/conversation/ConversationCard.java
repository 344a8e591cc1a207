package dev.xiaoer.conversation;

/// What never changes about a conversation: whose it is.
///
/// @param buyer the buyer's id
public record ConversationCard(String desk, String shop, String group, String buyer) {}
