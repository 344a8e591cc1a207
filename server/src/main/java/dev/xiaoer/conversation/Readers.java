package dev.xiaoer.conversation;

import dev.xiaoer.protocol.Author;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/// Who may read a conversation over HTTP. Answered by the room that knows callers.
public interface Readers {

  /// What the caller is to the conversation: its buyer, or one of the staff who may see it. Null where the caller must
  /// not even learn that there is one.
  @Nullable
  Author as(ConversationCard card, Principal caller);
}
