package dev.xiaoer.gateway;

import dev.xiaoer.hub.Hub;
import dev.xiaoer.hub.Ids;
import dev.xiaoer.json.StrictJson;
import dev.xiaoer.protocol.Command;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.MessageSource;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;

/// The container's callbacks for one door, handed on to the visit of each socket.
final class SocketHandler<C extends Command, V> implements WebSocketHandler {

  private final Door<C, V> door;
  private final Hub hub;
  private final StrictJson json;
  private final MessageSource words;
  private final Ids ids;
  private final Visits visits;
  private final SocketSettings settings;
  private final Map<String, Visit<C, V>> bySession = new ConcurrentHashMap<>();

  SocketHandler(Door<C, V> door, Hub hub, StrictJson json, MessageSource words, Ids ids, Visits visits,
      SocketSettings settings) {
    this.door = door;
    this.hub = hub;
    this.json = json;
    this.words = words;
    this.ids = ids;
    this.visits = visits;
    this.settings = settings;
  }

  @Override
  public void afterConnectionEstablished(WebSocketSession session) {
    var connection = new Connection(ids.next(), new ServletWire(session, settings.slow()), hub, json, words);
    var visit = new Visit<>(door, connection, PlainHandshake.address(session.getAttributes()), json, visits, settings);
    bySession.put(session.getId(), visit);
    visits.begin(visit);
  }

  @Override
  public void handleMessage(WebSocketSession session, WebSocketMessage<?> message) {
    Visit<C, V> visit = bySession.get(session.getId());
    if (visit == null) {
      return;
    }
    if (message instanceof TextMessage text) {
      visit.hear(text.getPayload(), text.isLast());
    } else if (message instanceof BinaryMessage) {
      visit.hearBytes();
    }
  }

  @Override
  public void handleTransportError(WebSocketSession session, Throwable exception) {
    // The close that follows says all there is to say.
  }

  @Override
  public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
    Visit<C, V> visit = bySession.remove(session.getId());
    if (visit != null) {
      visits.end(visit);
      visit.end();
    }
  }

  @Override
  public boolean supportsPartialMessages() {
    return true; // so that the container's buffers can be small: an idle socket costs little
  }
}
