package dev.xiaoer.gateway;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// What can be wrong with a command: each of its fields dropped, repeated and given every value it may not have.
final class CommandAbuses {

  private static final Map<String, String> VALUES = Map.ofEntries(
      Map.entry("a text", "\"x\""), Map.entry("an empty text", "\"\""),
      Map.entry("a huge text", "\"" + "y".repeat(50_000) + "\""),
      Map.entry("half a code point", "\"\\ud800\""), Map.entry("a zero", "\"\\u0000\""),
      Map.entry("a number", "12"), Map.entry("-1", "-1"), Map.entry("2^53+1", "9007199254740993"),
      Map.entry("2^63", "9223372036854775808"), Map.entry("1e400", "1e400"), Map.entry("a fraction", "1.5"),
      Map.entry("a number of 5,000 digits", "9".repeat(5_000)), Map.entry("NaN", "NaN"), Map.entry("true", "true"),
      Map.entry("an array", "[]"), Map.entry("an object", "{}"), Map.entry("a prototype", "{\"__proto__\":{}}"),
      Map.entry("depth 17", "[".repeat(17) + "]".repeat(17)),
      Map.entry("depth 501", "[".repeat(501) + "]".repeat(501)));

  private CommandAbuses() {}

  /// @param ref the one the refusal has to name; null where none can be read
  record CommandAbuse(String name, String frame, @Nullable String ref) {}

  static List<CommandAbuse> of(String door, Class<?> command) {
    ObjectNode golden = CommandTypes.golden(door, command);
    String ref = CommandTypes.isAnswered(command) ? golden.path("ref").asString() : null;
    List<CommandAbuse> abuses = new ArrayList<>();
    for (RecordComponent field : command.getRecordComponents()) {
      String name = field.getName();
      String itsRef = name.equals("ref") ? null : ref;
      boolean needed = !field.getAnnotatedType().isAnnotationPresent(Nullable.class);
      String whole = golden.toString();
      if (needed) {
        abuses.add(new CommandAbuse("without " + name, without(golden, name), itsRef));
        abuses.add(new CommandAbuse(name + " null", with(golden, name, "null"), itsRef));
      }
      abuses.add(new CommandAbuse(name + " twice",
          whole.substring(0, whole.length() - 1) + ",\"" + name + "\":" + golden.get(name) + "}", ref));
      VALUES.forEach((what, value) -> {
        if (isWrong(field, value)) {
          abuses.add(new CommandAbuse(name + " is " + what, with(golden, name, value), itsRef));
        }
      });
    }
    abuses.add(new CommandAbuse("an unknown field", more(golden, "\"role\":\"ADMIN\""), ref));
    abuses.add(new CommandAbuse("a prototype", more(golden, "\"__proto__\":{\"role\":\"ADMIN\"}"), ref));
    abuses.add(new CommandAbuse("an unknown type", with(golden, "type", "\"no.such\""), ref));
    abuses.add(new CommandAbuse("no type", without(golden, "type"), ref));
    abuses.add(new CommandAbuse("cut off", more(golden, "\"x\":[1,"), ref));
    return abuses;
  }

  /// A number of the right size is right where a number is asked for, and so is one text where any text is.
  private static boolean isWrong(RecordComponent field, String value) {
    if (field.getType() == long.class) {
      return !value.equals("12");
    }
    if (field.getType() == boolean.class) {
      return !value.equals("true");
    }
    return !(List.of("text", "thanks", "contact", "comment").contains(field.getName()) && value.equals("\"x\""));
  }

  private static String without(ObjectNode golden, String field) {
    ObjectNode rest = golden.deepCopy();
    rest.remove(field);
    return rest.toString();
  }

  private static String with(ObjectNode golden, String field, String value) {
    ObjectNode marked = golden.deepCopy().put(field, "@here@");
    return marked.toString().replace("\"@here@\"", value);
  }

  private static String more(ObjectNode golden, String field) {
    String whole = golden.toString();
    return whole.substring(0, whole.length() - 1) + "," + field + "}";
  }
}
