package dev.xiaoer.gateway;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.xiaoer.protocol.ByAgent;
import dev.xiaoer.protocol.ByBuyer;
import dev.xiaoer.protocol.Command;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Every command there is, found from the sealed hierarchies on.
final class CommandTypes {

  private CommandTypes() {}

  static Class<? extends Command> readAt(String door) {
    return door.equals("/ws/buyer") ? ByBuyer.class : ByAgent.class;
  }

  static List<Class<?>> of(String door) {
    return leaves(readAt(door)).distinct().toList();
  }

  private static Stream<Class<?>> leaves(Class<?> type) {
    return type.isRecord()
        ? Stream.of(type)
        : Arrays.stream(type.getPermittedSubclasses()).flatMap(CommandTypes::leaves);
  }

  static String name(Class<?> command) {
    return Objects.requireNonNull(command.getAnnotation(JsonTypeName.class)).value();
  }

  static boolean isAnswered(Class<?> command) {
    return Command.Answered.class.isAssignableFrom(command);
  }

  static ObjectNode golden(String door, Class<?> command) {
    return golden(door, name(command));
  }

  /// A good frame of this command, of those the pages' tests read, too.
  static ObjectNode golden(String door, String type) {
    return golden(door).filter(frame -> frame.path("type").asString().equals(type)).findFirst()
        .orElseThrow(() -> new AssertionError("no golden frame of " + type));
  }

  static Stream<ObjectNode> golden(String door) {
    String file = door.equals("/ws/buyer") ? "/golden/by-buyer.json" : "/golden/by-agent.json";
    try (InputStream in = CommandTypes.class.getResourceAsStream(file)) {
      return JsonMapper.shared().readTree(Objects.requireNonNull(in)).valueStream().map(ObjectNode.class::cast);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
