package dev.xiaoer.attachments.web;

import dev.xiaoer.protocol.ConversationId;
import org.jspecify.annotations.Nullable;

/// A conversation named in a path.
final class ConversationPath {

  private ConversationPath() {}

  /// @return null for what is not shaped like a conversation, and therefore is none
  static @Nullable ConversationId parse(String text) {
    try {
      return new ConversationId(text);
    } catch (IllegalArgumentException notAnId) {
      return null;
    }
  }
}
