package dev.xiaoer.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.desk.WithDesk;
import dev.xiaoer.protocol.Frame.Role;
import dev.xiaoer.text.StrictText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@WithDesk
class HandshakeTest {

  private static final int PATIENCE_MS = 10_000;

  @LocalServerPort
  int port;

  @Autowired
  ApplicationContext desk;

  @ParameterizedTest
  @ValueSource(strings = {"/ws/buyer", "/ws/staff"})
  void noSocketIsCompressedHoweverItIsAskedFor(String door) throws IOException {
    String answer = shakeHands(door, "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits",
        "sec-websocket-extensions: permessage-deflate");
    assertThat(answer).startsWith("HTTP/1.1 101");
    assertThat(answer.toLowerCase(Locale.ROOT)).doesNotContain("sec-websocket-extensions");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "null", "http://127.0.0.1", "https://127.0.0.1:{port}",
    "http://127.0.0.1:{port}.evil.example", "http://evil.127.0.0.1:{port}", "http://localhost:{port}",
    "http://127.0.0.1:1{port}", "http://user@127.0.0.1:{port}", "http://127.0.0.1:{port}/", "file://", "*", "",
    "http://127.0.0.1:{port} http://evil.example", "HTTP://127.0.0.1:{port}", "ws://127.0.0.1:{port}",
    "http://0x7f000001:{port}", "http://2130706433:{port}", "http://[::1]:{port}", "chrome-extension://abc"})
  void aForeignOriginGetsNoConsoleSocket(String origin) throws IOException {
    String answer = shakeHands("/ws/staff", "Origin: " + origin.replace("{port}", Integer.toString(port)));
    assertThat(answer).startsWith("HTTP/1.1 4");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/ws/buyer", "/ws/staff"})
  void ourOwnPagesGetTheirSocket(String door) throws IOException {
    assertThat(shakeHands(door, "Origin: http://127.0.0.1:" + port)).startsWith("HTTP/1.1 101");
  }

  /// The buffers of a socket hold a quarter of this: it comes in by parts and goes out in several frames of one message.
  @Test
  void theLongestTextArrivesWholeThoughTheBuffersAreSmall() {
    var cast = new Cast(port, desk);
    Cast.Visitor buyer = cast.asking();
    String text = "在😢".repeat(StrictText.MAX_CODE_POINTS / 2);
    String ref = Cast.ref();
    try (Caller socket = buyer.socket();
        Caller agent = cast.asStaff(cast.member(Role.AGENT, Cast.OWN_GROUP))) {
      agent.says("{\"type\":\"topic.follow\",\"ref\":\"%s\",\"topic\":\"c:%s:buyer\",\"have\":null}"
          .formatted(Cast.ref(), buyer.conversation()));
      agent.hearsType("followed");
      socket.says("{\"type\":\"message.post\",\"ref\":\"%s\",\"conversation\":\"%s\",\"text\":\"%s\"}"
          .formatted(ref, buyer.conversation(), text));
      assertThat(socket.hearsAbout(ref).path("type").asString()).isEqualTo("reply");
      agent.hears("all of it", frame -> frame.path("event").path("text").asString("").equals(text));
    }
  }

  /// Says hello the HTTP way and reads until the blank line.
  private String shakeHands(String door, String... headers) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MS);
      socket.getOutputStream().write(RawSocket.upgrade(door, port, headers));
      var head = new ByteArrayOutputStream();
      InputStream answer = socket.getInputStream();
      int read = answer.read();
      while (read >= 0) {
        head.write(read);
        if (head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
          break;
        }
        read = answer.read();
      }
      return head.toString(StandardCharsets.ISO_8859_1);
    }
  }
}
