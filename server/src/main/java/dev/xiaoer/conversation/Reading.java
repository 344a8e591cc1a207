package dev.xiaoer.conversation;

import dev.xiaoer.conversation.Conversations.Speaker;
import dev.xiaoer.http.RefusedException;
import dev.xiaoer.protocol.Author;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.Refusal;
import java.security.Principal;
import org.springframework.stereotype.Component;

/// Finds the conversation that a path names, for those who may read it; for all others there is none.
@Component
public final class Reading {

  private final Conversations conversations;
  private final Readers readers;

  Reading(Conversations conversations, Readers readers) {
    this.conversations = conversations;
    this.readers = readers;
  }

  /// @param as what the caller is in it
  public record Open(ConversationId id, ConversationCard card, Author as) {}

  public Open open(String path, Principal caller) {
    ConversationId id = parse(path);
    ConversationCard card = conversations.card(id).toCompletableFuture().join();
    Author as = card == null ? null : readers.as(card, caller);
    if (card == null || as == null) {
      throw new RefusedException(Refusal.NOT_FOUND);
    }
    return new Open(id, card, as);
  }

  /// @return who of the staff asks
  public static Speaker speaker(Open open) {
    if (open.as() instanceof Author.Agent(String id)) {
      return new Speaker(open.card().desk(), id);
    }
    throw new RefusedException(Refusal.FORBIDDEN);
  }

  private static ConversationId parse(String path) {
    try {
      return new ConversationId(path);
    } catch (IllegalArgumentException notAnId) {
      throw new RefusedException(Refusal.NOT_FOUND);
    }
  }
}
