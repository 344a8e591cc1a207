package dev.xiaoer.bench.baseline;

import io.lettuce.core.api.async.RedisAsyncCommands;
import jakarta.websocket.Session;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/// The handler of the [SpringServer]. Completes on Lettuce's thread; nobody waits.
final class SpringDesk extends TextWebSocketHandler {

  private static final String SEAT = "seat";

  private final RedisAsyncCommands<String, String> redis;
  private final Map<String, AsyncOutbox> agents = new ConcurrentHashMap<>();

  private record Seat(String id, String agent, AsyncOutbox outbox) {}

  SpringDesk(RedisAsyncCommands<String, String> redis) {
    this.redis = redis;
  }

  @Override
  public void afterConnectionEstablished(WebSocketSession session) {
    URI uri = Objects.requireNonNull(session.getUri());
    Session socket = Objects.requireNonNull(((NativeWebSocketSession) session).getNativeSession(Session.class));
    var outbox = new AsyncOutbox(socket.getAsyncRemote());
    var seat = new Seat(
        BareFrames.parameter(uri.getQuery(), "id"), BareFrames.parameter(uri.getQuery(), "agent"), outbox);
    session.getAttributes().put(SEAT, seat);
    if (seat.agent().isEmpty()) {
      agents.put(seat.id(), outbox);
    }
    outbox.send(BareFrames.WELCOME);
  }

  @Override
  protected void handleTextMessage(WebSocketSession session, TextMessage message) {
    Seat seat = seat(session);
    String tail = BareFrames.tail(message.getPayload());
    redis.xadd("log:" + seat.id(), "from", seat.id(), "message", tail).thenAccept(id -> {
      AsyncOutbox agent = agents.get(seat.agent());
      if (agent != null) {
        agent.send(BareFrames.message(seat.id(), id, tail));
      }
      seat.outbox().send(BareFrames.acknowledgement(id, BareFrames.ref(tail)));
    });
  }

  @Override
  public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
    Seat seat = seat(session);
    agents.remove(seat.id(), seat.outbox());
  }

  private static Seat seat(WebSocketSession session) {
    return (Seat) Objects.requireNonNull(session.getAttributes().get(SEAT));
  }
}
