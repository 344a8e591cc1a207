package dev.xiaoer.conversation;

import dev.xiaoer.protocol.Author;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.ForBuyer.Attachment;
import dev.xiaoer.protocol.ForStaff.RequeueReason;
import dev.xiaoer.protocol.Ref;
import dev.xiaoer.protocol.TransferHow;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// Every conversation there is. What an answered call has written is on disk and has been announced.
public interface Conversations {

  /// Opens a conversation with its first message; if it is open already, the message is one more. The same ref again
  /// changes nothing.
  CompletionStage<Opened> open(ConversationId id, Opening opening);

  /// @param fresh whether there was no such conversation before
  record Opened(Outcome outcome, boolean fresh) {}

  /// Somebody else's conversation is NOT_FOUND.
  CompletionStage<Outcome> postAsBuyer(ConversationId id, Asker buyer, Ref ref, String text);

  CompletionStage<Outcome> postAsBuyer(ConversationId id, Asker buyer, Ref ref, Attachment attachment);

  CompletionStage<Outcome> postAsBuyer(ConversationId id, Asker buyer, Ref ref, Shown card);

  /// Takes back what the buyer said at a seq, if that was not long ago.
  CompletionStage<Outcome> recallAsBuyer(ConversationId id, Asker buyer, Ref ref, long seq);

  /// Records how content the buyer is, once.
  CompletionStage<Outcome> rate(ConversationId id, Asker buyer, Ref ref, int stars, @Nullable String comment);

  /// @param revision the one the agent saw; STALE when the conversation has changed hands since
  CompletionStage<Outcome> postAsAgent(ConversationId id, Speaker agent, long revision, Ref ref, String text);

  CompletionStage<Outcome> postAsAgent(ConversationId id, Speaker agent, long revision, Ref ref, Attachment attachment);

  CompletionStage<Outcome> postAsAgent(ConversationId id, Speaker agent, long revision, Ref ref, Shown card);

  /// Takes back the agent's own words, whoever has the conversation now.
  CompletionStage<Outcome> recallAsAgent(ConversationId id, Speaker agent, Ref ref, long seq);

  /// Posts to the staff topic.
  ///
  /// @param mentions ids of colleagues; telling them is not done here
  CompletionStage<Outcome> postNote(ConversationId id, Speaker author, Ref ref, String text, List<String> mentions);

  CompletionStage<Outcome> close(ConversationId id, Speaker agent, long revision, Ref ref);

  /// Says the thanks and closes behind them, both or neither; the outcome is that of the thanks.
  CompletionStage<Outcome> close(ConversationId id, Speaker agent, long revision, Ref ref, String thanks);

  /// Whether a ref has been said something with: then saying anything with it again writes nothing.
  CompletionStage<Boolean> wasUsed(ConversationId id, Ref ref);

  /// Records that the conversation is the agent's. The same claim again is answered as before.
  CompletionStage<Turn> assign(Claimed claimed);

  /// Lets the conversation wait again, if its buyer waits for an answer of this agent.
  CompletionStage<Turn> requeue(ConversationId id, String agent, RequeueReason reason);

  /// Records that the conversation has passed to another agent. The same again is answered as before, also when it was
  /// put back or closed since.
  CompletionStage<Turn> transfer(Transferred transferred);

  /// Writes down for the staff that an offer came to nothing. The same again changes nothing.
  CompletionStage<Outcome> explain(ConversationId id, OfferedTransfer offer, TransferHow how);

  /// Writes down for the staff that an agent was asked in vain to take the conversation, which waits as before. The same
  /// again changes nothing.
  ///
  /// @param offer its name; nothing else is said with it
  CompletionStage<Outcome> explain(ConversationId id, Ref offer, String asked, RequeueReason reason);

  /// Whose conversation it is; null when there is none.
  CompletionStage<@Nullable ConversationCard> card(ConversationId id);

  CompletionStage<@Nullable ConversationRecord> find(ConversationId id);

  /// The side has received, or read, everything up to a seq. Told to everybody who follows; nobody waits for it.
  void mark(ConversationId id, Author side, Mark mark, long seq);

  /// Tells everybody who follows that a side is typing.
  void typing(ConversationId id, Author side);

  /// Tells this node's followers how far each side has received and read.
  void tellMarks(ConversationId id);

  /// How far a side has come.
  enum Mark {
    RECEIVED, READ
  }

  /// A buyer of a shop; the same id at another shop is somebody else.
  record Asker(String shop, String id) {}

  /// Somebody of the staff.
  record Speaker(String desk, String id) {
    Author author() {
      return new Author.Agent(id);
    }
  }
}
