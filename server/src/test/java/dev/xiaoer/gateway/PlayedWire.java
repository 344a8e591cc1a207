package dev.xiaoer.gateway;

import dev.xiaoer.protocol.CloseReason;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;

/// A socket whose writes a test finishes: at once, or when it says so.
final class PlayedWire implements Wire {

  private final boolean fast;
  private final List<String> sent = new ArrayList<>();
  private final List<CloseReason> closes = new ArrayList<>();
  private final Queue<Consumer<Boolean>> writing = new ArrayDeque<>();

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
  public void send(String frame, Consumer<Boolean> done) {
    if (!writing.isEmpty()) {
      throw new AssertionError("written before the last write had ended: " + frame);
    }
    sent.add(frame);
    if (fast) {
      done.accept(true);
    } else {
      writing.add(done);
    }
  }

  @Override
  public void close(CloseReason reason) {
    closes.add(reason);
  }

  /// The write that goes on ends.
  void end(boolean written) {
    writing.remove().accept(written);
  }

  List<String> sent() {
    return sent;
  }

  List<CloseReason> closes() {
    return closes;
  }

  boolean isWriting() {
    return !writing.isEmpty();
  }
}
