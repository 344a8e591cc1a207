package dev.xiaoer.gateway;

import static java.util.Objects.requireNonNull;

import dev.xiaoer.protocol.CloseReason;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A socket whose writes a test finishes: at once, or when it says so.
final class PlayedWire implements Wire {

  private final boolean fast;
  private final List<String> sent = new ArrayList<>();
  private final List<CloseReason> closes = new ArrayList<>();
  private @Nullable Writing writing;

  private record Writing(Supplier<List<String>> batches, Runnable failed) {}

  private PlayedWire(boolean fast) {
    this.fast = fast;
  }

  static PlayedWire fast() {
    return new PlayedWire(true);
  }

  static PlayedWire slow() {
    return new PlayedWire(false);
  }

  @Override
  public void write(Supplier<List<String>> batches, Runnable failed) {
    if (writing != null) {
      throw new AssertionError("begins to write before the last write had ended");
    }
    writing = new Writing(batches, failed);
    boolean goesOn = takeBatch();
    while (fast && goesOn) {
      goesOn = takeBatch();
    }
  }

  private boolean takeBatch() {
    Writing now = requireNonNull(writing);
    List<String> batch = now.batches().get();
    sent.addAll(batch);
    if (batch.isEmpty()) {
      writing = null;
    }
    return !batch.isEmpty();
  }

  @Override
  public void close(CloseReason reason) {
    closes.add(reason);
  }

  /// The write that goes on ends; what waits is next.
  void end(boolean written) {
    if (written) {
      takeBatch();
    } else {
      Writing broken = requireNonNull(writing);
      writing = null;
      broken.failed().run();
    }
  }

  List<String> sent() {
    return sent;
  }

  List<CloseReason> closes() {
    return closes;
  }

  boolean isWriting() {
    return writing != null;
  }
}
