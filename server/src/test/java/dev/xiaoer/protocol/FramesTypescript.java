package dev.xiaoer.protocol;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// Writes the wire's types as TypeScript.
final class FramesTypescript {

  private static final String HEAD = """
      // Written by FramesTypescriptTest from the sealed records in dev.xiaoer.protocol; a change by hand fails the build.
      """;

  private final WireTypes types = new WireTypes();
  private final SourceWords words = new SourceWords();
  private final StringBuilder out = new StringBuilder(HEAD);
  private final Set<Class<?>> written = new HashSet<>();

  String write() {
    types.texts().forEach(this::writeText);
    types.enums().forEach(this::writeEnum);
    types.values().forEach(this::writeRecord);
    types.unions().forEach(this::writeUnion);
    writeTags("FRAME_TYPES", Frame.class);
    writeTags("EVENT_TYPES", Event.class);
    writeTags("SIGNAL_TYPES", Signal.class);
    writeRefusals();
    writeCloseReasons();
    return out.toString();
  }

  private void writeText(Class<?> type) {
    comment(words.of(type), "");
    out.append("export type ").append(type.getSimpleName()).append(" = string;\n");
  }

  private void writeEnum(Class<?> type) {
    comment(words.of(type), "");
    out.append("export type ").append(type.getSimpleName()).append(" =\n");
    for (Object constant : type.getEnumConstants()) {
      comment(words.of((Enum<?>) constant), "  ");
      out.append("  | '").append(((Enum<?>) constant).name()).append("'\n");
    }
    end();
  }

  private void writeRecord(Class<?> type) {
    String tag = WireTypes.tag(type);
    comment(words.of(type), "");
    out.append("export interface ").append(WireTypes.nameOf(type)).append(" {\n");
    if (tag != null) {
      out.append("  readonly type: '").append(tag).append("';\n");
    }
    for (WireTypes.Field field : WireTypes.fields(type)) {
      comment(words.of(type, field.name()), "  ");
      out.append("  readonly ").append(field.name()).append(": ").append(typescript(field.shape()))
          .append(field.nullable() ? " | null" : "").append(";\n");
    }
    out.append("}\n");
  }

  private void writeUnion(Class<?> type) {
    List<Class<?>> parts = WireTypes.parts(type);
    if (parts.isEmpty()) {
      // what two audiences hear of is one record
      WireTypes.members(type).stream().filter(written::add).forEach(this::writeRecord);
    }
    comment(words.of(type), "");
    out.append("export type ").append(type.getSimpleName()).append(" =\n");
    for (Class<?> member : parts.isEmpty() ? WireTypes.members(type) : parts) {
      out.append("  | ").append(WireTypes.nameOf(member)).append('\n');
    }
    end();
  }

  private void writeTags(String name, Class<?> union) {
    String tags = WireTypes.members(union).stream()
        .map(member -> "  '" + WireTypes.tagOf(member) + "',\n")
        .collect(Collectors.joining());
    out.append("\nexport const ").append(name).append(" = [\n").append(tags).append("] as const;\n");
  }

  private void writeRefusals() {
    String lines = Arrays.stream(Refusal.values())
        .map(code -> "  " + code.name() + ": " + code.retry() + ",\n")
        .collect(Collectors.joining());
    comment("Whether the same command with the same ref should be sent again.", "");
    out.append("export const REFUSAL_RETRIES: Readonly<Record<Refusal, boolean>> = {\n").append(lines).append("};\n");
  }

  private void writeCloseReasons() {
    comment(words.of(CloseReason.Then.class), "");
    String then = Arrays.stream(CloseReason.Then.values()).map(FramesTypescript::quoted)
        .collect(Collectors.joining(" | "));
    out.append("export type Then = ").append(then).append(";\n");
    String lines = Arrays.stream(CloseReason.values())
        .map(reason -> String.format(Locale.ROOT, "  %s: { code: %d, then: '%s' },\n", reason.name(), reason.code(),
            reason.then()))
        .collect(Collectors.joining());
    comment(words.of(CloseReason.class), "");
    out.append("export const CLOSE_REASONS = {\n").append(lines)
        .append("} as const satisfies Record<string, { readonly code: number; readonly then: Then }>;\n");
  }

  /// The last line of a union ends with a semicolon.
  private void end() {
    out.setLength(out.length() - 1);
    out.append(";\n");
  }

  private void comment(String words, String indent) {
    if (!indent.isEmpty() && words.isEmpty()) {
      return;
    }
    out.append(indent.isEmpty() ? "\n" : "");
    if (!words.isEmpty()) {
      out.append(indent).append("/** ").append(words.replaceAll("\\s+", " ")).append(" */\n");
    }
  }

  private static String typescript(WireTypes.Shape shape) {
    return switch (shape) {
      case WireTypes.Shape.Text() -> "string";
      case WireTypes.Shape.Number() -> "number";
      case WireTypes.Shape.Flag() -> "boolean";
      case WireTypes.Shape.Listed(var of) -> "readonly " + typescript(of) + "[]";
      case WireTypes.Shape.Named(var type) -> WireTypes.nameOf(Objects.requireNonNull(type));
    };
  }

  private static String quoted(Object constant) {
    return "'" + constant + "'";
  }
}
