package dev.xiaoer.protocol;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the staff's door reads. What only supervisors may say will be a kind of its own.
public sealed interface ByAgent extends Command {

  sealed interface Answered extends ByAgent, Command.Answered {}

  /// The first frame of a socket.
  ///
  /// @param ticket a one-use ticket from `POST /api/v1/staff/socket-ticket`
  /// @param language the language for the words of refusals, a BCP 47 tag
  @JsonTypeName("hello")
  record Hello(String ticket, @Nullable String language) implements ByAgent {}

  /// @param revision the revision of the conversation the agent saw; an older one is refused as STALE
  @JsonTypeName("message.post")
  record Post(Ref ref, ConversationId conversation, long revision, String text) implements Answered {
    public Post {
      Seqs.checkRevision(revision);
    }
  }

  @JsonTypeName("attachment.post")
  record PostAttachment(Ref ref, ConversationId conversation, long revision, String attachment) implements Answered {
    public PostAttachment {
      Seqs.checkRevision(revision);
    }
  }

  /// Shows a product or an order; what it looks like the server knows.
  @JsonTypeName("card.post")
  record PostCard(Ref ref, ConversationId conversation, long revision, CardAsked card) implements Answered {
    public PostCard {
      Seqs.checkRevision(revision);
    }
  }

  /// Takes back what one has said oneself, soon after it was said.
  ///
  /// @param seq of the own message, attachment or card
  @JsonTypeName("message.recall")
  record Recall(Ref ref, ConversationId conversation, long seq) implements Answered {
    public Recall {
      Seqs.check(seq);
    }
  }

  /// A note for colleagues: it goes to the staff topic, which no buyer can follow.
  ///
  /// @param mentions ids of colleagues who are to look at it, at most 10; each is told on the own topic
  @JsonTypeName("note.post")
  record PostNote(Ref ref, ConversationId conversation, String text, List<String> mentions) implements Answered {
    public PostNote {
      if (mentions.size() > 10) {
        throw new IllegalArgumentException("a note mentions at most 10 colleagues");
      }
      mentions = List.copyOf(mentions);
    }
  }

  /// @param thanks what is said last: both are done, or neither; the ref and the reply are then those of the thanks
  @JsonTypeName("conversation.close")
  record Close(Ref ref, ConversationId conversation, long revision, @Nullable String thanks) implements Answered {
    public Close {
      Seqs.checkRevision(revision);
    }
  }

  /// Offers a conversation of one's own to somebody else; it stays one's own until the other accepts. The ref becomes the
  /// transfer's name.
  ///
  /// @param revision the revision of the conversation the agent saw; an older one is refused as STALE
  /// @param reason 1 to 50 characters
  /// @param note for the other, at most 500 characters; may be empty
  @JsonTypeName("transfer.offer")
  record OfferTransfer(Ref ref, ConversationId conversation, long revision, TransferTo to, String reason, String note)
      implements
        Answered {
    public OfferTransfer {
      Seqs.checkRevision(revision);
    }
  }

  /// @param reason why not, at most 50 characters
  @JsonTypeName("transfer.answer")
  record AnswerTransfer(Ref ref, ConversationId conversation, Ref transfer, boolean accepted, @Nullable String reason)
      implements
        Answered {}

  /// Takes an offer of one's own back, while it is not answered.
  @JsonTypeName("transfer.withdraw")
  record WithdrawTransfer(Ref ref, ConversationId conversation, Ref transfer) implements Answered {}

  /// Answers an offer. One that was not answered in time goes to somebody else: STALE.
  ///
  /// @param claim as the offer named it
  @JsonTypeName("assignment.answer")
  record AnswerAssignment(Ref ref, ConversationId conversation, long claim, boolean accepted) implements Answered {
    public AnswerAssignment {
      Seqs.check(claim);
    }
  }

  /// Takes a waiting conversation out of its turn; FORBIDDEN where the group does not allow it.
  @JsonTypeName("queue.pick")
  record Pick(Ref ref, ConversationId conversation) implements Answered {}

  /// The agent takes buyers, finishes those there are, or is off duty. `OFFLINE` is refused as STILL_SERVING while open
  /// conversations are the agent's; `DRAINING` turns into it with the last close.
  ///
  /// @param state `ONLINE`, `DRAINING` or `OFFLINE`: the others have commands of their own
  @JsonTypeName("availability.set")
  record SetAvailability(Ref ref, AvailabilityState state) implements Answered {
    public SetAvailability {
      switch (state) {
        case ONLINE, DRAINING, OFFLINE -> {
          // these can be set
        }
        case HUNG_UP, ON_BREAK, OVERDUE -> throw new IllegalArgumentException("ONLINE, DRAINING or OFFLINE can be set");
      }
    }
  }

  /// Takes no new buyers for a while and keeps those already served.
  ///
  /// @param reason why, 1 to 50 characters
  /// @param away what buyers who write meanwhile are told, 1 to 500 characters
  /// @param minutes how long; longer than the group's limit needs a supervisor's consent beforehand
  @JsonTypeName("availability.hang-up")
  record HangUp(Ref ref, String reason, String away, int minutes) implements Answered {
    public HangUp {
      checkMinutes(minutes);
    }
  }

  /// Asks the supervisors for more time, before it is needed.
  ///
  /// @param minutes how much longer than the limit
  /// @param reason why, 1 to 50 characters
  @JsonTypeName("availability.ask-time")
  record AskTime(Ref ref, int minutes, String reason) implements Answered {
    public AskTime {
      checkMinutes(minutes);
    }
  }

  /// Begins a break, or stands in line for one while as many as may are on theirs.
  @JsonTypeName("break.take")
  record TakeBreak(Ref ref) implements Answered {}

  /// Leaves the line, or gives up the break that is kept.
  @JsonTypeName("break.withdraw")
  record WithdrawBreak(Ref ref) implements Answered {}

  private static void checkMinutes(int minutes) {
    if (minutes < 1 || minutes > 480) {
      throw new IllegalArgumentException("minutes are 1 to 480");
    }
  }

  /// Listens to a topic from a position on: the agent's own topic, a group's, or a conversation of the agent's desk.
  ///
  /// @param last without `have`, only so many of the last events are sent: 1 to 500
  @JsonTypeName("topic.follow")
  record Follow(Ref ref, Topic topic, @Nullable Position have, @Nullable Integer last) implements Answered {
    public Follow {
      Seqs.checkLast(last);
    }
  }

  @JsonTypeName("topic.unfollow")
  record Unfollow(Topic topic) implements ByAgent {}

  /// The buyer hears of it, so it is refused as FORBIDDEN to all but the conversation's agent; `received` and `read` too.
  @JsonTypeName("typing")
  record Typing(ConversationId conversation) implements ByAgent {}

  @JsonTypeName("received")
  record Received(ConversationId conversation, long seq) implements ByAgent {
    public Received {
      Seqs.check(seq);
    }
  }

  @JsonTypeName("read")
  record Read(ConversationId conversation, long seq) implements ByAgent {
    public Read {
      Seqs.check(seq);
    }
  }

  @JsonTypeName("heartbeat")
  record Heartbeat() implements ByAgent {}
}
