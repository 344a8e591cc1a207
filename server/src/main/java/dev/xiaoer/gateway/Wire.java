package dev.xiaoer.gateway;

import dev.xiaoer.protocol.CloseReason;
import java.util.List;
import java.util.function.Supplier;

/// One socket, as far as writing goes. Never blocks.
interface Wire {

  /// Starts to write, and goes on until there is nothing left.
  ///
  /// @param batches the next frames, in order; asked again when they are written, until it has none. Only then, or after
  ///     a failure, may this be called again
  /// @param failed told instead when they cannot be written
  void write(Supplier<List<String>> batches, Runnable failed);

  /// Closes, whatever is being written.
  void close(CloseReason reason);
}
