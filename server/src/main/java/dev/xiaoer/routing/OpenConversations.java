package dev.xiaoer.routing;

import dev.xiaoer.protocol.ConversationId;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// Which conversation of a buyer is open: one per shop, however many tabs there are.
public interface OpenConversations {

  /// The open one, or the proposed one if there is none.
  ///
  /// @param over one that is known to be closed, or null
  CompletionStage<ConversationId> claim(String shop, String buyer, ConversationId proposed,
      @Nullable ConversationId over);

  CompletionStage<@Nullable ConversationId> find(String shop, String buyer);

  CompletionStage<?> release(String shop, String buyer, ConversationId closed);
}
