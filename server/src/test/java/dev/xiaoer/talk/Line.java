package dev.xiaoer.talk;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One socket of a client.
final class Line {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final WebSocket socket;
  private CompletableFuture<?> sending = CompletableFuture.completedFuture(null);

  private Line(WebSocket socket) {
    this.socket = socket;
  }

  /// @throws java.io.UncheckedIOException never; a node that cannot be reached is an [IllegalStateException]
  static Line open(int port, String path, Consumer<JsonNode> frames, IntConsumer closed) {
    try {
      WebSocket socket = CLIENT.newWebSocketBuilder().connectTimeout(Duration.ofSeconds(5))
          .buildAsync(URI.create("ws://127.0.0.1:" + port + path), new Ear(frames, closed))
          .get(10, TimeUnit.SECONDS);
      return new Line(socket);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("no line to " + port, e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  synchronized void send(String frame) {
    sending = sending.thenCompose(sent -> socket.sendText(frame, true)).exceptionally(lost -> null);
  }

  /// Cuts the line without a good-bye.
  void cut() {
    socket.abort();
  }

  private static final class Ear implements WebSocket.Listener {
    private final Consumer<JsonNode> frames;
    private final IntConsumer closed;
    private final StringBuilder text = new StringBuilder();

    Ear(Consumer<JsonNode> frames, IntConsumer closed) {
      this.frames = frames;
      this.closed = closed;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence piece, boolean last) {
      text.append(piece);
      if (last) {
        frames.accept(JsonMapper.shared().readTree(text.toString()));
        text.setLength(0);
      }
      socket.request(1);
      return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      closed.accept(code);
      return CompletableFuture.completedStage(null);
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      closed.accept(1006);
    }
  }
}
