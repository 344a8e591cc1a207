package dev.xiaoer.protocol;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Events of a conversation's buyer topic; its buyer and the staff see them.
public sealed interface ForBuyer extends Event {

  /// What somebody said, and may take back.
  sealed interface Said extends ForBuyer {
    Author author();
  }

  /// @param buyer who asks
  /// @param previous the buyer's closed conversation that this one follows
  /// @param about what the buyer asks about, as it looked then; null for nothing
  @JsonTypeName("conversation.opened")
  record ConversationOpened(String shop, String group, BuyerCard buyer, @Nullable ConversationId previous,
      @Nullable List<Card> about) implements ForBuyer {
    public ConversationOpened {
      about = about == null ? null : List.copyOf(about);
    }
  }

  @JsonTypeName("message.posted")
  record MessagePosted(Author author, String text) implements Said {}

  @JsonTypeName("attachment.posted")
  record AttachmentPosted(Author author, Attachment attachment) implements Said {}

  @JsonTypeName("card.posted")
  record CardPosted(Author author, Card card) implements Said {}

  /// The author took back the own event of that seq. Who has it shows it no more.
  @JsonTypeName("message.recalled")
  record MessageRecalled(Author author, long seq) implements ForBuyer {}

  /// Stands in the log in place of what was taken back, for all who read it later: same seq, id and time.
  @JsonTypeName("message.withdrawn")
  record MessageWithdrawn(Author author) implements ForBuyer {}

  /// The conversation has an agent from here on.
  @JsonTypeName("conversation.assigned")
  record ConversationAssigned(AgentCard agent) implements ForBuyer {}

  /// Another agent has the conversation from here on.
  @JsonTypeName("conversation.transferred")
  record ConversationTransferred(AgentCard agent) implements ForBuyer {}

  /// The conversation waits again, at its old place.
  @JsonTypeName("conversation.requeued")
  record ConversationRequeued() implements ForBuyer {}

  /// @param ratingAsked whether the buyer may say how content they are: somebody of the staff had replied
  @JsonTypeName("conversation.closed")
  record ConversationClosed(Author by, boolean ratingAsked) implements ForBuyer {}

  /// @param stars 1 to 5, the most is best
  @JsonTypeName("conversation.rated")
  record ConversationRated(int stars, @Nullable String comment) implements ForBuyer {}

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
