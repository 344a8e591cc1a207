package dev.xiaoer.routing;

import dev.xiaoer.protocol.ConversationId;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// Where waiting conversations stand.
public interface QueuePlaces {

  CompletionStage<Place> find(String desk, String group, ConversationId conversation);

  /// @param now the desk's time, in ms
  /// @param position from 1; 0 when it does not wait in the group
  /// @param onDuty agents of the group
  /// @param free agents of the group who can take one more at once
  /// @param seconds how long it will still wait; null when that is not known
  record Place(long now, int position, int onDuty, int free, @Nullable Integer seconds) {}
}
