package dev.xiaoer.conversation;

import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.ForStaff.ReplyKind;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// What the desk says by itself in conversations. It is no person's answer: it ends no wait and counts in no figure.
public interface DeskVoice {

  /// Null when there is no such conversation.
  CompletionStage<@Nullable Heard> listen(ConversationId id);

  /// How a conversation stands, as far as the desk's own words ask.
  ///
  /// @param spoke the buyer's last words
  /// @param heard seq of the last of the buyer's words that nothing more is to be said to
  /// @param said rule → when and how often it was said in this conversation
  record Heard(ConversationRecord record, Spoke spoke, long heard, Map<String, String> said) {}

  /// @param seq 0 for none
  /// @param at in ms
  /// @param before when the buyer spoke before, in ms; 0 for never
  record Spoke(long seq, long at, long before) {}

  /// Says everything at once, or nothing. Completes when it is on disk and has been announced.
  CompletionStage<Outcome> say(ConversationId id, Saying saying);

  /// The buyer's words up to a seq have been thought about, and nothing more is to be said to them. Not promised: if it is
  /// lost, they are thought about once more.
  void heard(ConversationId id, long seq);

  /// @param moment what this is said to: the same moment is spoken to once
  /// @param heard seq of the buyer's words that this is said to; 0 if to none
  /// @param on how the conversation stood when this was decided
  record Saying(String moment, long heard, ConversationRecord on, List<Line> lines) {
    public Saying {
      lines = List.copyOf(lines);
    }
  }

  /// @param trigger see [dev.xiaoer.protocol.ForStaff.ReplyExplained]
  /// @param memory what the conversation is to remember of it; null when it is counted elsewhere
  record Line(ReplyKind kind, String rule, @Nullable String trigger, String text, @Nullable Change memory) {}

  /// @param before what was remembered of the rule; null for nothing
  record Change(@Nullable String before, String after) {}

  enum Outcome {
    SAID,
    /// To this moment the desk has spoken already.
    REPEATED,
    /// Something has changed since it was decided: decide again.
    STALE, NOT_FOUND
  }
}
