package dev.xiaoer.protocol;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
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
  /// @param group the group to ask for; without it the one that the desk has settled for the page or for how far the
  ///   buyer's youngest order has come, else the shop's first where somebody is on duty
  /// @param previous the own closed conversation that this one follows
  /// @param contact how to reach the buyer when nobody is on duty, at most 200 characters; told to the staff only. With
  ///   one, also with an empty one, the buyer leaves a message; without, it is refused as `QUEUE_FULL` while too many wait
  /// @param page what the shop's page calls itself, at most 100 characters
  /// @param about what the buyer asks about, at most 2 things; shown before the first words, and left out where the shop
  ///   has no such product. Not shown where a conversation is open already: the answer's seq is not 2 then
  @JsonTypeName("conversation.start")
  record Start(Ref ref, @Nullable String group, String text, @Nullable ConversationId previous,
      @Nullable String contact, @Nullable String page, @Nullable List<CardAsked> about) implements Answered {
    public Start {
      about = about == null ? null : List.copyOf(about);
      if (about != null && about.size() > MOST_ABOUT) {
        throw new IllegalArgumentException("a conversation begins with at most 2 products and orders");
      }
      if (page != null && page.length() > MOST_PAGE) {
        throw new IllegalArgumentException("a page has at most 100 characters");
      }
    }

    private static final int MOST_PAGE = 100;
    private static final int MOST_ABOUT = 2;
  }

  @JsonTypeName("message.post")
  record Post(Ref ref, ConversationId conversation, String text) implements Answered {}

  /// Posts a file that was uploaded before.
  ///
  /// @param attachment the id the upload was answered with
  @JsonTypeName("attachment.post")
  record PostAttachment(Ref ref, ConversationId conversation, String attachment) implements Answered {}

  /// Shows a product or an order; what it looks like the server knows.
  @JsonTypeName("card.post")
  record PostCard(Ref ref, ConversationId conversation, CardAsked card) implements Answered {}

  /// Takes back what one has said, soon after it was said.
  ///
  /// @param seq of the own message, attachment or card
  @JsonTypeName("message.recall")
  record Recall(Ref ref, ConversationId conversation, long seq) implements Answered {
    public Recall {
      Seqs.check(seq);
    }
  }

  /// Says how content the buyer is; once, and only after the close.
  ///
  /// @param stars 1 to 5, the most is best
  /// @param comment at most 500 characters
  @JsonTypeName("rating.give")
  record Rate(Ref ref, ConversationId conversation, int stars, @Nullable String comment) implements Answered {
    public Rate {
      if (stars < 1 || stars > 5) {
        throw new IllegalArgumentException("1 to 5 stars are given");
      }
    }
  }

  /// Listens to a topic from a position on.
  ///
  /// @param have the last event the client has of this topic, or null for all of it
  /// @param last without `have`, only so many of the last events are sent: 1 to 500
  @JsonTypeName("topic.follow")
  record Follow(Ref ref, Topic topic, @Nullable Position have, @Nullable Integer last) implements Answered {
    public Follow {
      Seqs.checkLast(last);
    }
  }

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
