package dev.xiaoer.gateway;

import dev.xiaoer.protocol.CloseReason;
import jakarta.websocket.Session;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.standard.StandardWebSocketSession;

/// Writes to the container's own session: Spring's `sendMessage` would block the thread that sends.
final class ServletWire implements Wire {

  private final WebSocketSession session;
  private final Session container;
  private final AtomicBoolean closing = new AtomicBoolean();

  ServletWire(WebSocketSession session) {
    this.session = session;
    this.container = ((StandardWebSocketSession) session).getNativeSession();
  }

  @Override
  public void send(String frame, Consumer<Boolean> done) {
    try {
      container.getAsyncRemote().sendText(frame, result -> done.accept(result.isOK()));
    } catch (IllegalStateException closed) {
      done.accept(false);
    }
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
