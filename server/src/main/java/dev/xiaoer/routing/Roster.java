package dev.xiaoer.routing;

import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.ForBuyer.BuyerCard;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// What an agent has on the desk right now: where a console begins that does not know the agent's topic from its start.
public interface Roster {

  /// Those that are the agent's.
  CompletionStage<List<OwnConversation>> of(String desk, String agent);

  /// @param revision what the agent's commands on it have to name
  /// @param tier what the shop's server calls the buyer's rank; null for a buyer without one
  /// @param asked since when the buyer waits for an answer, in ms; 0 when everything is answered
  /// @param lastAt when something last happened in it, in ms
  record OwnConversation(ConversationId conversation, long revision, String shop, String group, BuyerCard buyer,
      @Nullable String tier, long asked, long lastAt) {}
}
