package dev.xiaoer.protocol;

import java.util.List;
import java.util.stream.Collectors;

/// Writes the wire's types as a document for people.
final class ProtocolDocument {

  private static final String HEAD = """
      # The protocol

      What crosses the sockets `/ws/buyer` and `/ws/staff`. Written by `ProtocolDocTest` from the sealed records in
      `dev.xiaoer.protocol`; a change by hand fails the build.

      A frame is one text message of at most 64 KB, one JSON object with a `type`. Decoding is strict: what is unknown,
      missing or of another type is refused with a code. A field marked *or null* may be left out by a client.

      The first frame of a socket is `hello`; the answer is `welcome`. A command with a `ref` is answered by one `reply`
      or `followed`, or by one `refusal`. A refusal that says `retry` means *not known*, not *not done*: the same command
      with the same ref settles it.
      """;

  private final WireTypes types = new WireTypes();
  private final SourceWords words = new SourceWords();
  private final StringBuilder out = new StringBuilder(HEAD);

  String write() {
    union("What buyers say", ByBuyer.class);
    union("What agents say", ByAgent.class);
    union("What the server sends", Frame.class);
    union("Events of a conversation, for its buyer and the staff", ForBuyer.class);
    union("Events of a conversation, for the staff only", ForStaff.class);
    union("Events of an agent's own topic", ForAgent.class);
    union("Events for those who lead a desk", ForSupervisors.class);
    union("Signals", Signal.class);
    title("Values", "They stand inside frames.");
    types.values().forEach(type -> record(type, type.getSimpleName()));
    title("Texts of a certain form", "");
    types.texts().forEach(type -> out.append("- `").append(type.getSimpleName()).append("`: ")
        .append(words.of(type).replace("\n", "\n  ")).append('\n'));
    title("Names", "");
    types.enums().stream().filter(type -> type != Refusal.class).forEach(this::names);
    refusals();
    closeReasons();
    return out.toString();
  }

  private void union(String title, Class<?> union) {
    title(title, words.of(union));
    WireTypes.members(union).forEach(type -> record(type, WireTypes.tagOf(type)));
  }

  private void record(Class<?> type, String title) {
    out.append("\n### `").append(title).append("`\n");
    paragraph(words.of(type));
    List<WireTypes.Field> fields = WireTypes.fields(type);
    if (fields.isEmpty()) {
      return;
    }
    out.append("\n| field | type | |\n|---|---|---|\n");
    for (WireTypes.Field field : fields) {
      row("`" + field.name() + "`", shape(field.shape()) + (field.nullable() ? " or null" : ""),
          words.of(type, field.name()));
    }
  }

  private void names(Class<?> type) {
    out.append("\n### `").append(type.getSimpleName()).append("`\n");
    paragraph(words.of(type));
    out.append("\n| name | |\n|---|---|\n");
    for (Object constant : type.getEnumConstants()) {
      row("`" + constant + "`", words.of((Enum<?>) constant));
    }
  }

  private void refusals() {
    title("Refusals", words.of(Refusal.class));
    out.append("\n| code | send again? | |\n|---|---|---|\n");
    for (Refusal code : Refusal.values()) {
      row("`" + code + "`", code.retry() ? "yes, the same" : "no", words.of(code));
    }
  }

  private void closeReasons() {
    title("Close codes", words.of(CloseReason.class));
    out.append("\n| code | reason | then | |\n|---|---|---|---|\n");
    for (CloseReason reason : CloseReason.values()) {
      row(String.valueOf(reason.code()), "`" + reason + "`", "`" + reason.then() + "`", words.of(reason));
    }
  }

  private void title(String title, String said) {
    out.append("\n## ").append(title).append('\n');
    paragraph(said);
  }

  private void paragraph(String said) {
    if (!said.isEmpty()) {
      out.append('\n').append(said).append('\n');
    }
  }

  private void row(String... cells) {
    out.append(List.of(cells).stream()
        .map(cell -> cell.isEmpty() ? " |" : " " + cell + " |")
        .collect(Collectors.joining("", "|", "\n")));
  }

  private static String shape(WireTypes.Shape shape) {
    return switch (shape) {
      case WireTypes.Shape.Text() -> "text";
      case WireTypes.Shape.Number() -> "number";
      case WireTypes.Shape.Flag() -> "true or false";
      case WireTypes.Shape.Listed(var of) -> "list of " + shape(of);
      case WireTypes.Shape.Named(var type) -> "`" + type.getSimpleName() + "`";
    };
  }
}
