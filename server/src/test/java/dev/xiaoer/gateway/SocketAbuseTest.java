package dev.xiaoer.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.desk.WithDesk;
import dev.xiaoer.protocol.Frame.Role;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@WithDesk
@ExtendWith(OutputCaptureExtension.class)
class SocketAbuseTest {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @LocalServerPort
  int port;

  @Autowired
  ApplicationContext desk;

  @ParameterizedTest
  @ValueSource(strings = {"/ws/buyer", "/ws/staff"})
  void everyAbuseEndsAsItShouldAndDisturbsNobody(String door, CapturedOutput output) throws IOException {
    var cast = new Cast(port, desk);
    Cast.Visitor buyer = cast.asking();
    String topic = "c:" + buyer.conversation() + ":buyer";
    try (Caller talking = buyer.socket();
        Caller agent = cast.asStaff(cast.member(Role.AGENT, Cast.OWN_GROUP))) {
      agent.says("{\"type\":\"topic.follow\",\"ref\":\"%s\",\"topic\":\"%s\",\"have\":null}"
          .formatted(Cast.ref(), topic));
      agent.hearsType("followed");

      List<String> wrong = new ArrayList<>();
      for (SocketAbuse abuse : SocketAbuses.all(door, port).toList()) {
        int ending = commit(abuse, door);
        if (!abuse.endings().contains(ending)) {
          wrong.add(abuse + " ended with " + ending + " instead of " + abuse.endings());
        }
      }
      assertThat(wrong).isEmpty();

      assertThat(talking.isOpen() && agent.isOpen()).isTrue();
      talking.says("{\"type\":\"message.post\",\"ref\":\"%s\",\"conversation\":\"%s\",\"text\":\"还在\"}"
          .formatted(Cast.ref(), buyer.conversation()));
      agent.hears("the buyer", frame -> frame.path("event").path("text").asString("").equals("还在"));
    }
    assertThat(output.getAll()).doesNotContain("\n\tat ").doesNotContain("Exception");
  }

  /// @return the status instead of a handshake, or the close code after one; -1 when nothing came
  private int commit(SocketAbuse abuse, String door) throws IOException {
    try (RawSocket socket = RawSocket.connect(port, PATIENCE)) {
      if (!abuse.comesAfterHandshake()) {
        socket.send(abuse.bytes());
        return socket.readStatus();
      }
      socket.shakeHands(door);
      socket.send(abuse.bytes());
      return socket.readToEnd().code();
    } catch (SocketTimeoutException e) {
      return -1;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/ws/buyer", "/ws/staff"})
  void whoSaysNothingIsSentAwayAfterAWhile(String door) throws IOException {
    try (RawSocket socket = RawSocket.connect(port, PATIENCE)) {
      socket.shakeHands(door);
      socket.send(RawSocket.frame(0x8A, new byte[0]));
      assertThat(socket.readToEnd().code()).isEqualTo(4401);
    }
  }

  @ParameterizedTest
  @CsvSource({"16, 4401", "17, 4400"})
  void aMessageComesInSixteenPartsAtMost(int parts, int code) throws IOException {
    try (RawSocket socket = RawSocket.connect(port, PATIENCE)) {
      socket.shakeHands("/ws/buyer");
      byte[] blank = {' '};
      for (int part = 1; part <= parts; part++) {
        socket.send(RawSocket.frame((part == 1 ? 1 : 0) | (part == parts ? 0x80 : 0), blank));
      }
      assertThat(socket.readToEnd().code()).isEqualTo(code);
    }
  }

  @ParameterizedTest
  @CsvSource({"a, 65536, 4401", "a, 65537, 4413", "在, 21845, 4401", "在, 21846, 4413", "é, 32769, 4413",
    "😢, 16384, 4401", "😢, 16385, 4413"})
  void aMessageIsMeasuredInBytes(String letter, int times, int code) throws IOException {
    try (RawSocket socket = RawSocket.connect(port, PATIENCE)) {
      socket.shakeHands("/ws/buyer");
      socket.send(RawSocket.text(letter.repeat(times)));
      assertThat(socket.readToEnd().code()).isEqualTo(code);
    }
  }

  @Test
  void tenFramesThatCannotBeReadAreTheLast() {
    try (Caller buyer = new Cast(port, desk).buyer().socket()) {
      for (int i = 1; i <= 10; i++) {
        buyer.says("{\"type\":\"no.such\",\"ref\":\"abcdefghijklmnop\"}");
        if (i < 10) {
          assertThat(buyer.hearsType("refusal").path("code").asString()).isEqualTo("UNKNOWN_TYPE");
          assertThat(buyer.isOpen()).isTrue();
        }
      }
      assertThat(buyer.closedWith()).isEqualTo(4400);
    }
  }

  @Test
  void aPongNobodyAskedForIsNoOffence() throws IOException {
    try (RawSocket socket = RawSocket.connect(port, PATIENCE)) {
      socket.shakeHands("/ws/buyer");
      socket.send(RawSocket.frame(0x8A, new byte[0]));
      socket.send(RawSocket.text("{\"type\":\"hello\",\"token\":\"none\"}"));
      assertThat(socket.readToEnd().code()).isEqualTo(4401);
    }
  }
}
