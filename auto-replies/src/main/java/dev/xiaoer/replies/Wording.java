package dev.xiaoer.replies;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A text with places for variables.
public record Wording(List<Piece> pieces) {

  /// What stands between braces.
  public static final Pattern BRACES = Pattern.compile("\\{([^{}]*)}");

  public sealed interface Piece {}

  record Words(String words) implements Piece {}

  record Blank(Variable variable) implements Piece {}

  public Wording {
    pieces = List.copyOf(pieces);
  }

  /// A text that people typed: said as it is, braces and all.
  public static Wording literal(String text) {
    return new Wording(List.of(new Words(text)));
  }

  /// @param text whose braces hold nothing but names of variables
  public static Wording of(String text) {
    var pieces = new ArrayList<Piece>();
    Matcher braces = BRACES.matcher(text);
    int end = 0;
    while (braces.find()) {
      pieces.add(new Words(text.substring(end, braces.start())));
      pieces.add(new Blank(Variable.of(braces.group(1)).orElseThrow()));
      end = braces.end();
    }
    pieces.add(new Words(text.substring(end)));
    return new Wording(pieces);
  }

  public Set<Variable> variables() {
    Set<Variable> variables = EnumSet.noneOf(Variable.class);
    for (Piece piece : pieces) {
      if (piece instanceof Blank(var variable)) {
        variables.add(variable);
      }
    }
    return variables;
  }

  /// Values are taken literally, braces and all.
  ///
  /// @return null when a variable of the text has no value
  public @Nullable String filled(Map<Variable, String> values) {
    var text = new StringBuilder();
    for (Piece piece : pieces) {
      String part = switch (piece) {
        case Words(var words) -> words;
        case Blank(var variable) -> values.get(variable);
      };
      if (part == null) {
        return null;
      }
      text.append(part);
    }
    return text.toString();
  }
}
