package dev.xiaoer.protocol;

import com.fasterxml.jackson.annotation.JsonTypeName;
import org.jspecify.annotations.Nullable;

/// What the buyers' door reads.
public sealed interface ByBuyer extends Command {

  sealed interface Answered extends ByBuyer, Command.Answered {}

  /// The first frame of a socket; without it the socket is closed after a while.
  ///
  /// @param token what the shop's page got for this buyer; opens this buyer's conversations and nothing else
  /// @param language the language for the words of refusals, a BCP 47 tag
  @JsonTypeName("hello")
  record Hello(String token, @Nullable String language) implements ByBuyer {}

  /// The first message of a new conversation; the message is what pairs a buyer with an agent. Answered with the topic
  /// of the conversation: the one that is open already, if there is one.
  ///
  /// @param group the group to ask for; without it the shop's first group
  @JsonTypeName("conversation.start")
  record Start(Ref ref, @Nullable String group, String text) implements Answered {}

  @JsonTypeName("message.post")
  record Post(Ref ref, ConversationId conversation, String text) implements Answered {}

  /// Posts a file that was uploaded before.
  ///
  /// @param attachment the id the upload was answered with
  @JsonTypeName("attachment.post")
  record PostAttachment(Ref ref, ConversationId conversation, String attachment) implements Answered {}

  /// Listens to a topic from a position on.
  ///
  /// @param have the last event the client has of this topic, or null for all of it
  @JsonTypeName("topic.follow")
  record Follow(Ref ref, Topic topic, @Nullable Position have) implements Answered {}

  @JsonTypeName("topic.unfollow")
  record Unfollow(Topic topic) implements ByBuyer {}

  @JsonTypeName("typing")
  record Typing(ConversationId conversation) implements ByBuyer {}

  /// Everything up to this seq has reached the screen.
  @JsonTypeName("received")
  record Received(ConversationId conversation, long seq) implements ByBuyer {
    public Received {
      Seqs.check(seq);
    }
  }

  /// Everything up to this seq was looked at.
  @JsonTypeName("read")
  record Read(ConversationId conversation, long seq) implements ByBuyer {
    public Read {
      Seqs.check(seq);
    }
  }

  @JsonTypeName("heartbeat")
  record Heartbeat() implements ByBuyer {}
}
