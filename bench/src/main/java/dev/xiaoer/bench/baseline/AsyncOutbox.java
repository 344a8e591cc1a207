package dev.xiaoer.bench.baseline;

import jakarta.websocket.RemoteEndpoint;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// What waits to be sent on one socket. Whoever finds it idle sends; nobody waits. Any thread may call.
final class AsyncOutbox {

  private final RemoteEndpoint.Async remote;
  private final Queue<String> waiting = new ConcurrentLinkedQueue<>();
  /// Calls of [#drain] that are still to be looked after by the one that came first.
  private final AtomicInteger calls = new AtomicInteger();
  private volatile boolean sending;

  AsyncOutbox(RemoteEndpoint.Async remote) {
    this.remote = remote;
  }

  void send(String text) {
    waiting.add(text);
    drain();
  }

  /// A loop and not a recursion: Tomcat often completes a send before it returns.
  private void drain() {
    if (calls.getAndIncrement() != 0) {
      return;
    }
    int seen = 1;
    do {
      sendNext();
      seen = calls.addAndGet(-seen);
    } while (seen != 0);
  }

  private void sendNext() {
    String text = sending ? null : waiting.poll();
    if (text == null) {
      return;
    }
    sending = true;
    remote.sendText(text, result -> {
      if (result.isOK()) {
        sending = false;
        drain();
      }
    });
  }
}
