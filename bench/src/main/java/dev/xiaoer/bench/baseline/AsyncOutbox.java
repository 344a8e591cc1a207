package dev.xiaoer.bench.baseline;

import jakarta.websocket.RemoteEndpoint;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// What waits to be sent on one socket. Whoever adds to an empty one sends; nobody waits. Any thread may call.
final class AsyncOutbox {

  private final RemoteEndpoint.Async remote;
  private final Queue<String> waiting = new ConcurrentLinkedQueue<>();
  /// How many are waiting or being sent.
  private final AtomicInteger open = new AtomicInteger();

  AsyncOutbox(RemoteEndpoint.Async remote) {
    this.remote = remote;
  }

  void send(String text) {
    waiting.add(text);
    if (open.getAndIncrement() == 0) {
      sendNext();
    }
  }

  private void sendNext() {
    String text = waiting.poll();
    if (text != null) {
      remote.sendText(text, result -> {
        if (result.isOK() && open.decrementAndGet() > 0) {
          sendNext();
        }
      });
    }
  }
}
