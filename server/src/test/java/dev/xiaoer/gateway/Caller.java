package dev.xiaoer.gateway;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A client that keeps to the protocol's form and says whatever it is told to. Every wait ends.
final class Caller implements AutoCloseable {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final LinkedBlockingQueue<JsonNode> heard;
  private final CompletableFuture<Integer> closed;
  private final WebSocket socket;

  private Caller(LinkedBlockingQueue<JsonNode> heard, CompletableFuture<Integer> closed, WebSocket socket) {
    this.heard = heard;
    this.closed = closed;
    this.socket = socket;
  }

  static Caller at(int port, String door) {
    var heard = new LinkedBlockingQueue<JsonNode>();
    var closed = new CompletableFuture<Integer>();
    WebSocket socket = CLIENT.newWebSocketBuilder()
        .buildAsync(URI.create("ws://127.0.0.1:" + port + door), new Ear(heard, closed)).join();
    return new Caller(heard, closed, socket);
  }

  Caller says(String frame) {
    socket.sendText(frame, true).join();
    return this;
  }

  /// Waits for a frame and passes over those before it.
  JsonNode hears(String what, Predicate<JsonNode> frame) {
    var others = new ArrayList<JsonNode>();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      JsonNode next = poll(end - System.nanoTime());
      if (next == null) {
        throw new AssertionError("never heard " + what + ", but " + others + ", closed: " + closed.getNow(0));
      }
      if (frame.test(next)) {
        return next;
      }
      others.add(next);
    }
  }

  private @Nullable JsonNode poll(long nanos) {
    try {
      return heard.poll(nanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Says hello.
  ///
  /// @return null when it is welcome, else the code the socket was closed with
  @Nullable
  String comesIn(String hello) {
    JsonNode answer = says(hello).hears("welcome or the end",
        frame -> List.of("welcome", "closed").contains(frame.path("type").asString("")));
    return answer.path("type").asString().equals("welcome") ? null : answer.path("code").asString();
  }

  JsonNode hearsType(String type) {
    return hears(type, frame -> frame.path("type").asString("").equals(type));
  }

  /// The reply or refusal that names a ref.
  JsonNode hearsAbout(String ref) {
    return hears("an answer to " + ref, frame -> frame.path("ref").asString("").equals(ref));
  }

  /// Sends a command with a ref of its own.
  ///
  /// @param typeAndFields the type in quotes, and what else the command has
  /// @return the reply or refusal
  JsonNode asks(String typeAndFields) {
    String ref = Cast.ref();
    return says("{\"ref\":\"" + ref + "\",\"type\":" + typeAndFields + "}").hearsAbout(ref);
  }

  /// Not waiting for the answer: what was said before comes ahead of it.
  void follows(String topic) {
    says("{\"ref\":\"" + Cast.ref() + "\",\"type\":\"topic.follow\",\"topic\":\"" + topic
        + "\",\"have\":null,\"last\":100}");
  }

  /// What came so far and was not waited for.
  List<JsonNode> rest() {
    var rest = new ArrayList<JsonNode>();
    heard.drainTo(rest);
    return rest;
  }

  boolean isOpen() {
    return !closed.isDone();
  }

  int closedWith() {
    try {
      return closed.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError("the socket was not closed", e);
    }
  }

  @Override
  public void close() {
    socket.abort();
  }

  private static final class Ear implements WebSocket.Listener {
    private final LinkedBlockingQueue<JsonNode> heard;
    private final CompletableFuture<Integer> closed;
    private final StringBuilder text = new StringBuilder();

    Ear(LinkedBlockingQueue<JsonNode> heard, CompletableFuture<Integer> closed) {
      this.heard = heard;
      this.closed = closed;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence piece, boolean last) {
      text.append(piece);
      if (last) {
        heard.add(JsonMapper.shared().readTree(text.toString()));
        text.setLength(0);
      }
      socket.request(1);
      return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      closed.complete(code);
      heard.add(JsonMapper.shared().createObjectNode().put("type", "closed").put("code", code));
      return CompletableFuture.completedStage(null);
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      closed.complete(RawSocket.Ending.HUNG_UP);
    }
  }
}
