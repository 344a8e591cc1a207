package dev.xiaoer.gateway;

import dev.xiaoer.protocol.CloseReason;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.Session;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.standard.StandardWebSocketSession;

/// Writes to the container's own session on a virtual thread, which may wait there for its client. What gathers meanwhile
/// goes out in one packet. Measured against the container's asynchronous endpoint, which also changes threads for each
/// frame but writes each by itself: a message is three frames, and half of the server's CPU went into sending them.
final class ServletWire implements Wire {

  private static final String PATIENCE = "org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT";

  private final WebSocketSession session;
  private final Session container;
  private final AtomicBoolean closing = new AtomicBoolean();

  /// @param slow how long a write may take
  ServletWire(WebSocketSession session, Duration slow) {
    this.session = session;
    this.container = ((StandardWebSocketSession) session).getNativeSession();
    container.getUserProperties().put(PATIENCE, slow.toMillis());
  }

  @Override
  public void write(Supplier<List<String>> batches, Runnable failed) {
    Thread.startVirtualThread(() -> {
      try {
        for (List<String> batch = batches.get(); !batch.isEmpty(); batch = batches.get()) {
          write(batch);
        }
      } catch (IOException | IllegalStateException gone) {
        failed.run();
      }
    });
  }

  private void write(List<String> batch) throws IOException {
    RemoteEndpoint.Basic remote = container.getBasicRemote();
    remote.setBatchingAllowed(batch.size() > 1);
    for (String frame : batch) {
      remote.sendText(frame);
    }
    remote.setBatchingAllowed(false); // sends what was gathered
  }

  @Override
  public void close(CloseReason reason) {
    if (closing.compareAndSet(false, true)) {
      // Closing may wait for a client that does not read: never on the thread of who found it slow.
      Thread.ofVirtual().name("close-", 0).start(() -> closeNow(reason));
    }
  }

  private void closeNow(CloseReason reason) {
    try {
      session.close(new CloseStatus(reason.code(), reason.name()));
    } catch (IOException gone) {
      // It is closed, which is what was wanted.
    }
  }
}
