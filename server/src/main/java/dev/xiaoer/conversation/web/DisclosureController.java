package dev.xiaoer.conversation.web;

import dev.xiaoer.conversation.ConversationRecord;
import dev.xiaoer.conversation.Conversations;
import dev.xiaoer.conversation.Disclosures;
import dev.xiaoer.conversation.Outcome;
import dev.xiaoer.conversation.Reading;
import dev.xiaoer.http.RefusedException;
import dev.xiaoer.protocol.ForStaff.Sensitive;
import dev.xiaoer.protocol.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What is shown only to those with a reason, and never without a trace on the staff topic.
@RestController
@RequestMapping("/api/v1/conversations/{conversation}")
@Tag(name = "Conversations")
class DisclosureController {

  private final Reading reading;
  private final Conversations conversations;
  private final Disclosures disclosures;

  DisclosureController(Reading reading, Conversations conversations, Disclosures disclosures) {
    this.reading = reading;
    this.conversations = conversations;
    this.disclosures = disclosures;
  }

  /// @param seq of the buyer topic's event it stands in; null when it stands elsewhere
  record Reveal(@Nullable Long seq, Sensitive what) {}

  /// @param text what the caller does not have yet: the buyer's contact
  record Revealed(@Nullable String text) {}

  @PostMapping("/reveals")
  @Operation(summary = "Have shown what is masked")
  Revealed reveal(@PathVariable String conversation, @RequestBody Reveal asked, Principal caller) {
    Reading.Open open = reading.open(conversation, caller);
    if (asked.seq() != null && asked.seq() < 1) {
      throw new RefusedException(Refusal.INVALID);
    }
    Outcome outcome = disclosures.reveal(open.id(), Reading.speaker(open), asked.seq(), asked.what())
        .toCompletableFuture().join();
    return switch (outcome) {
      case Outcome.Refused(Refusal code) -> throw new RefusedException(code);
      case Outcome.Done done -> new Revealed(asked.what() == Sensitive.CONTACT ? contact(open) : null);
    };
  }

  private @Nullable String contact(Reading.Open open) {
    ConversationRecord record = conversations.find(open.id()).toCompletableFuture().join();
    return record == null ? null : record.contact();
  }

  record RecalledMessages(List<Disclosures.Recalled> messages) {}

  @GetMapping("/recalled")
  @Operation(summary = "What was taken back, as it was said")
  RecalledMessages recalled(@PathVariable String conversation, Principal caller) {
    Reading.Open open = reading.open(conversation, caller);
    List<Disclosures.Recalled> messages = disclosures.recalled(open.id(), Reading.speaker(open)).toCompletableFuture()
        .join();
    if (messages == null) {
      throw new RefusedException(Refusal.NOT_FOUND);
    }
    return new RecalledMessages(messages);
  }
}
