package dev.xiaoer.gateway;

import dev.xiaoer.protocol.CloseReason;
import java.util.function.Consumer;

/// One socket, as far as writing goes. Never blocks.
interface Wire {

  /// Starts to write a frame.
  ///
  /// @param done told once whether it was written; maybe before this returns
  void send(String frame, Consumer<Boolean> done);

  /// Closes, whatever is being written.
  void close(CloseReason reason);
}
