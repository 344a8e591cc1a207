package dev.xiaoer.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The raw client itself, against bytes written by hand from the standard.
class RawSocketTest {

  private static final Duration PATIENCE = Duration.ofMillis(200);

  @Test
  void framesAreSpelledAsTheStandardHasIt() {
    HexFormat hex = HexFormat.of();
    assertThat(hex.formatHex(RawSocket.frame(0x81, new byte[]{0, 0}))).isEqualTo("8182123456781234");
    assertThat(hex.formatHex(RawSocket.unmasked(0x81, "Hello".getBytes(UTF_8))))
        .isEqualTo("810548656c6c6f");
    assertThat(hex.formatHex(RawSocket.frame(0x89, new byte[126]))).startsWith("89fe007e12345678");
    assertThat(hex.formatHex(RawSocket.unmasked(0x82, new byte[65_536]))).startsWith("827f0000000000010000");
    assertThat(hex.formatHex(RawSocket.onlyLength(0x81, Long.MIN_VALUE))).isEqualTo("81ff800000000000000000000000");
    assertThat(hex.formatHex(RawSocket.close(1005, new byte[0]))).isEqualTo("88821234567811d9");
  }

  @Test
  void whatTheServerSaysAndHowItEndsIsTold() throws IOException {
    assertThat(endingOf("8102686981026f6b880203ea")).isEqualTo(new RawSocket.Ending(1002, "hi\nok\n"));
    assertThat(endingOf("8800")).isEqualTo(new RawSocket.Ending(1005, ""));
    assertThat(endingOf("81026869")).isEqualTo(new RawSocket.Ending(RawSocket.Ending.HUNG_UP, "hi\n"));
  }

  @Test
  void aServerThatSaysNothingIsNotWaitedForForEver() throws IOException {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        RawSocket client = RawSocket.connect(server.getLocalPort(), PATIENCE);
        Socket accepted = server.accept()) {
      assertThat(accepted.isConnected()).isTrue();
      assertThat(client.readToEnd().code()).isEqualTo(RawSocket.Ending.STILL_OPEN);
    }
  }

  @Test
  void whatIsSentArrivesByteByByte() throws IOException {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        RawSocket client = RawSocket.connect(server.getLocalPort(), PATIENCE);
        Socket accepted = server.accept()) {
      byte[] bytes = RawSocket.frame(0x70, new byte[300]);
      client.send(bytes);
      assertThat(new DataInputStream(accepted.getInputStream()).readNBytes(bytes.length)).isEqualTo(bytes);
    }
  }

  @Test
  void thereAreEnoughAbusesAndNoneTwice() {
    List<String> names = SocketAbuses.all("/ws/buyer", 1).map(SocketAbuse::toString).toList();
    assertThat(names).hasSizeGreaterThanOrEqualTo(60).doesNotHaveDuplicates();
  }

  private static RawSocket.Ending endingOf(String said) throws IOException {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        RawSocket client = RawSocket.connect(server.getLocalPort(), PATIENCE)) {
      try (Socket accepted = server.accept()) {
        accepted.getOutputStream().write(HexFormat.of().parseHex(said));
      }
      return client.readToEnd();
    }
  }
}
