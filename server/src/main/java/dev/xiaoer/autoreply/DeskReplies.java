package dev.xiaoer.autoreply;

import dev.xiaoer.protocol.ConversationId;

/// Sees to it that the desk says what it has to say by itself. Nobody waits for it: each call returns at once, and what a
/// node that dies leaves undone is found by the next rounds of the others.
public interface DeskReplies {

  /// A buyer's words are on disk.
  ///
  /// @param ref of the words
  /// @param text empty for a file or a card
  void heard(ConversationId id, String ref, long seq, String text);

  /// The conversation is over, and nobody has thanked the buyer.
  void closed(ConversationId id);
}
