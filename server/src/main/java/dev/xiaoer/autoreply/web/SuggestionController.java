package dev.xiaoer.autoreply.web;

import dev.xiaoer.autoreply.Suggestions;
import dev.xiaoer.conversation.Reading;
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

  private final Reading reading;
  private final Suggestions suggestions;

  SuggestionController(Reading reading, Suggestions suggestions) {
    this.reading = reading;
    this.suggestions = suggestions;
  }

  @GetMapping
  @Operation(summary = "Answers that are known to what the buyer has asked last, the best first")
  CompletionStage<List<Suggested>> find(@PathVariable String conversation, Principal caller) {
    Reading.Open open = reading.open(conversation, caller);
    return suggestions.find(open.id(), open.card()).thenApply(all -> all.stream().map(Suggested::of).toList());
  }
}
