package dev.xiaoer.routing;

import dev.xiaoer.protocol.ConversationId;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// Which conversations there are, by how they stand at the desk. Each one's record alone says how it really stands: what
/// is listed here may have changed a moment ago, or never have been opened.
public interface DeskConversations {

  /// Those that wait in a group, the next to be served first, and behind them the messages left there.
  CompletionStage<List<ConversationId>> waiting(String desk, String group, int most);

  /// The groups somebody has ever waited in.
  CompletionStage<Collection<String>> groups(String desk);

  /// Those that are somebody's, in no order.
  CompletionStage<List<ConversationId>> assigned(String desk);

  /// Those that are over, the youngest first.
  ///
  /// @param after the one to go on behind; from the youngest on where it is null, nothing where it is not listed
  CompletionStage<List<ConversationId>> closed(String desk, @Nullable ConversationId after, int most);

  /// Those of a buyer, the youngest first.
  CompletionStage<List<ConversationId>> ofBuyer(String shop, String buyer, int most);
}
