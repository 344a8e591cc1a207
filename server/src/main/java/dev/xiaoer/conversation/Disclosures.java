package dev.xiaoer.conversation;

import dev.xiaoer.conversation.Conversations.Speaker;
import dev.xiaoer.protocol.Author;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.ForBuyer;
import dev.xiaoer.protocol.ForStaff.Sensitive;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// What is kept from most and shown to those with a reason. That it is shown stands on the staff topic before it is.
public interface Disclosures {

  /// Writes down that somebody looks at what is masked.
  ///
  /// @param seq of the buyer topic's event it stands in, or null
  CompletionStage<Outcome> reveal(ConversationId id, Speaker by, @Nullable Long seq, Sensitive what);

  /// What was taken back, as it was said; the latest hundred. Null when there is no such conversation at the desk.
  CompletionStage<@Nullable List<Recalled>> recalled(ConversationId id, Speaker by);

  record Recalled(long seq, long ts, Author author, ForBuyer.Said event) {}
}
