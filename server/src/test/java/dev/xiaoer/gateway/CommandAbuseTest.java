package dev.xiaoer.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.accounts.StaffMember;
import dev.xiaoer.desk.WithDesk;
import dev.xiaoer.protocol.Frame.Role;
import dev.xiaoer.protocol.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@WithDesk
@ExtendWith(OutputCaptureExtension.class)
class CommandAbuseTest {

  /// One less than what closes a socket.
  private static final int AS_MANY_AS_A_SOCKET_STANDS = 9;

  @LocalServerPort
  int port;

  @Autowired
  ApplicationContext desk;

  private static Stream<Arguments> commands() {
    return Stream.of("/ws/buyer", "/ws/staff")
        .flatMap(door -> CommandTypes.of(door).stream().map(command -> Arguments.of(door, command)));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void aCommandThatIsNotRightIsRefusedByItsRefAndTheSocketGoesOn(String door, Class<?> command, CapturedOutput output) {
    List<CommandAbuses.CommandAbuse> abuses = CommandAbuses.of(door, command);
    List<String> wrong = new ArrayList<>();
    for (int from = 0; from < abuses.size(); from += AS_MANY_AS_A_SOCKET_STANDS) {
      try (Caller caller = caller(door)) {
        for (var abuse : abuses.subList(from, Math.min(from + AS_MANY_AS_A_SOCKET_STANDS, abuses.size()))) {
          JsonNode refusal = caller.says(abuse.frame()).hears(abuse.name(), CommandAbuseTest::isAnswer);
          if (!isRefusal(refusal, abuse)) {
            wrong.add(abuse.name() + ": " + refusal);
          }
        }
        caller.says("{\"type\":\"heartbeat\"}").hearsType("heartbeat");
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(output.getAll()).doesNotContain("\n\tat ");
  }

  private Caller caller(String door) {
    var cast = new Cast(port, desk);
    return door.equals("/ws/buyer") ? cast.buyer().socket() : cast.asStaff(agent(cast));
  }

  private static StaffMember agent(Cast cast) {
    return cast.member(Role.AGENT, Cast.OWN_GROUP);
  }

  private static boolean isAnswer(JsonNode frame) {
    return List.of("refusal", "reply", "followed").contains(frame.path("type").asString());
  }

  /// A repeated field makes two refs of one; which of them is told says nothing.
  private static boolean isRefusal(JsonNode answer, CommandAbuses.CommandAbuse abuse) {
    String code = answer.path("code").asString("");
    boolean isDocumented = Arrays.stream(Refusal.values())
        .anyMatch(known -> known.name().equals(code) && !known.retry());
    return isDocumented && answer.path("ref").asString("").equals(abuse.ref() == null ? "" : abuse.ref())
        && !answer.path("words").asString("").isBlank();
  }
}
