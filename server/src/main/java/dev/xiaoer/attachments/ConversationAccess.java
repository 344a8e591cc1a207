package dev.xiaoer.attachments;

import dev.xiaoer.protocol.Author;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.Refusal;
import java.security.Principal;

/// Who may do what with the files of a conversation. Answered by the room that knows conversations and callers.
public interface ConversationAccess {

  /// Whether the caller may add a file: its buyer, or its agent, while it is open.
  Access mayPost(ConversationId conversation, Principal caller);

  /// Whether the caller may fetch the files: its buyer, and staff who may read it.
  Access mayRead(ConversationId conversation, Principal caller);

  sealed interface Access {}

  /// @param as what the caller is in this conversation
  record Granted(Author as) implements Access {}

  /// @param code NOT_FOUND where the caller must not even learn that there is such a conversation
  record Denied(Refusal code) implements Access {}
}
