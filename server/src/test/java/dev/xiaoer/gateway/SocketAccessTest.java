package dev.xiaoer.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.xiaoer.desk.WithDesk;
import dev.xiaoer.gateway.AccessTable.Speaker;
import dev.xiaoer.protocol.Topic;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// Every command of every door, said by everybody on a real socket. A new command needs its line in `access.csv` and its
/// golden frame, nothing else: what it names is put in by the names of its fields (see [AccessStage]).
@WithDesk
class SocketAccessTest {

  /// Those who may do something come last: one who closes the conversation changes what the others are told.
  private static final List<Speaker> ORDER = Stream.concat(
      Arrays.stream(Speaker.values()).filter(one -> one != Speaker.ASSIGNED && one != Speaker.OWN_BUYER),
      Stream.of(Speaker.OWN_BUYER, Speaker.ASSIGNED)).toList();

  @LocalServerPort
  int port;

  @Autowired
  ApplicationContext desk;

  @Test
  void everyCommandIsInTheTable() {
    assertThat(AccessTable.commands().stream().map(line -> line.door() + " " + line.name()))
        .containsExactlyInAnyOrderElementsOf(Stream.of("/ws/buyer", "/ws/staff")
            .flatMap(door -> CommandTypes.of(door).stream().flatMap(command -> names(command)
                .map(name -> door + " " + name)))
            .toList());
  }

  private static Stream<String> names(Class<?> command) {
    String name = CommandTypes.name(command);
    boolean namesATopic = Arrays.stream(command.getRecordComponents()).map(RecordComponent::getType)
        .anyMatch(Topic.class::equals);
    return namesATopic
        ? Stream.of("buyer", "staff", "agent", "group", "supervisors").map(kind -> name + "(" + kind + ")")
        : Stream.of(name);
  }

  @TestFactory
  Stream<DynamicTest> everybodyIsAnsweredAsTheTableSays() {
    var stage = new AccessStage(port, desk);
    return AccessTable.commands().stream().map(line -> dynamicTest(line.door() + " " + line.name(), () -> {
      Map<Speaker, String> outcomes = new EnumMap<>(Speaker.class);
      try (AccessScene scene = stage.scene()) {
        ORDER.forEach(speaker -> outcomes.put(speaker, scene.outcome(line.door(), line.name(), speaker)));
      }
      assertThat(outcomes).isEqualTo(line.outcomes());
    }));
  }
}
