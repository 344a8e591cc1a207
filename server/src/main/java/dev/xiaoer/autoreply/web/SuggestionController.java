package dev.xiaoer.autoreply.web;

import dev.xiaoer.autoreply.Suggestions;
import dev.xiaoer.conversation.ConversationCard;
import dev.xiaoer.conversation.Conversations;
import dev.xiaoer.conversation.Readers;
import dev.xiaoer.http.RefusedException;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.Refusal;
import dev.xiaoer.replies.Suggestion;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// For an agent who thinks about an answer. What the buyer wrote is not among it: only what the desk has ready.
@RestController
@RequestMapping("/api/v1/conversations/{conversation}/suggestions")
@Tag(name = "Replies")
class SuggestionController {

  private final Conversations conversations;
  private final Readers readers;
  private final Suggestions suggestions;

  SuggestionController(Conversations conversations, Readers readers, Suggestions suggestions) {
    this.conversations = conversations;
    this.readers = readers;
    this.suggestions = suggestions;
  }

  /// @param id of the FAQ's entry
  /// @param score how much of both questions agrees, from 0 to 1
  record Suggested(String id, String question, String answer, double score) {

    static Suggested of(Suggestion one) {
      return new Suggested(one.entry(), one.question(), one.answer(), one.score());
    }
  }

  @GetMapping
  @Operation(summary = "Answers that are known to what the buyer has asked last, the best first")
  CompletionStage<List<Suggested>> find(@PathVariable String conversation, Principal caller) {
    ConversationId id = id(conversation);
    ConversationCard card = conversations.card(id).toCompletableFuture().join();
    if (card == null || readers.as(card, caller) == null) {
      throw new RefusedException(Refusal.NOT_FOUND);
    }
    return suggestions.find(id, card).thenApply(all -> all.stream().map(Suggested::of).toList());
  }

  private static ConversationId id(String path) {
    try {
      return new ConversationId(path);
    } catch (IllegalArgumentException notAnId) {
      throw new RefusedException(Refusal.NOT_FOUND);
    }
  }
}
