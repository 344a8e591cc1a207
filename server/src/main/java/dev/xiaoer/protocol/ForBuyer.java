package dev.xiaoer.protocol;

import com.fasterxml.jackson.annotation.JsonTypeName;
import org.jspecify.annotations.Nullable;

/// Events of a conversation's buyer topic; its buyer and the staff see them.
public sealed interface ForBuyer extends Event {

  /// @param buyer who asks
  @JsonTypeName("conversation.opened")
  record ConversationOpened(String shop, String group, BuyerCard buyer) implements ForBuyer {}

  @JsonTypeName("message.posted")
  record MessagePosted(Author author, String text) implements ForBuyer {}

  @JsonTypeName("attachment.posted")
  record AttachmentPosted(Author author, Attachment attachment) implements ForBuyer {}

  /// The conversation has an agent from here on.
  @JsonTypeName("conversation.assigned")
  record ConversationAssigned(AgentCard agent) implements ForBuyer {}

  /// The conversation waits again, at its old place.
  @JsonTypeName("conversation.requeued")
  record ConversationRequeued() implements ForBuyer {}

  @JsonTypeName("conversation.closed")
  record ConversationClosed(Author by) implements ForBuyer {}

  /// @param name what to call the buyer; null for one who is not known
  record BuyerCard(String id, @Nullable String name) {}

  record AgentCard(String id, String name) {}

  /// @param mime the type that was found in the bytes, not the one that was claimed
  /// @param size in bytes
  /// @param width in pixels, for pictures
  /// @param height in pixels, for pictures
  record Attachment(String id, String name, String mime, long size, @Nullable Integer width,
      @Nullable Integer height) {}
}
