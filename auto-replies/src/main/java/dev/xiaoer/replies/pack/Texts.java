package dev.xiaoer.replies.pack;

import dev.xiaoer.replies.Hours;
import dev.xiaoer.replies.ReplyKind;
import dev.xiaoer.replies.Variable;
import dev.xiaoer.replies.Wording;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/// Reads what is said, and holds its variables against what its kind knows.
record Texts(Hours hours, Problems problems) {

  static final String TEXT = "text";
  static final String FALLBACK = "fallback";

  static final int MOST_CHARACTERS = 500;

  /// @param fallback null when there is none
  record Pair(Wording text, @Nullable Wording fallback) {}

  /// The text of a rule or an override, and the one for when a variable has no value.
  ///
  /// @return null when the text is missing or wrong
  @Nullable
  Pair pair(Section section, ReplyKind kind) {
    section.require(TEXT);
    Wording text = wording(section, TEXT, kind);
    Wording fallback = wording(section, FALLBACK, kind);
    if (text == null) {
      return null;
    }
    List<String> unsure = unsure(text, kind);
    if (!unsure.isEmpty() && !section.has(FALLBACK)) {
      problems.add(section.value(TEXT), Mistake.FALLBACK_MISSING, String.join(" ", unsure));
    }
    if (fallback != null && !unsure(fallback, kind).isEmpty()) {
      problems.add(section.value(FALLBACK), Mistake.FALLBACK_UNSURE, String.join(" ", unsure(fallback, kind)));
    }
    return new Pair(text, fallback);
  }

  /// A text that has no fallback, so that it can name only what is always known.
  @Nullable
  Wording alone(Section section, String key, ReplyKind kind) {
    section.require(key);
    Wording text = wording(section, key, kind);
    if (text != null && !unsure(text, kind).isEmpty()) {
      problems.add(section.value(key), Mistake.FALLBACK_UNSURE, String.join(" ", unsure(text, kind)));
    }
    return text;
  }

  private @Nullable Wording wording(Section section, String key, ReplyKind kind) {
    Node at = section.get(key);
    if (at == null) {
      return null;
    }
    String text = section.text(key);
    if (text == null || !hasLength(text, at) || !hasPlainBraces(text, at)) {
      return null;
    }
    boolean known = true;
    Matcher braces = Wording.BRACES.matcher(text);
    while (braces.find()) {
      known &= isKnown(braces.group(1), kind, at);
    }
    return known ? Wording.of(text) : null;
  }

  private boolean hasLength(String text, Node at) {
    if (text.isBlank()) {
      problems.add(at, Mistake.TEXT_EMPTY);
      return false;
    }
    int length = text.codePointCount(0, text.length());
    if (length > MOST_CHARACTERS) {
      problems.add(at, Mistake.TEXT_TOO_LONG, length, MOST_CHARACTERS);
      return false;
    }
    return true;
  }

  private boolean hasPlainBraces(String text, Node at) {
    if (text.indexOf('｛') >= 0 || text.indexOf('｝') >= 0) {
      problems.add(at, Mistake.BRACE_WIDE);
      return false;
    }
    String rest = Wording.BRACES.matcher(text).replaceAll("");
    if (rest.indexOf('{') >= 0 || rest.indexOf('}') >= 0) {
      problems.add(at, Mistake.BRACE_OPEN);
      return false;
    }
    return true;
  }

  private boolean isKnown(String name, ReplyKind kind, Node at) {
    Optional<Variable> variable = Variable.of(name);
    if (variable.isEmpty()) {
      problems.add(at, Mistake.VARIABLE_UNKNOWN, "{" + name + "}", names(EnumSet.allOf(Variable.class)));
      return false;
    }
    Set<Variable> all = EnumSet.copyOf(kind.known());
    all.addAll(kind.unsure());
    if (!all.contains(variable.get())) {
      problems.add(at, Mistake.VARIABLE_ELSEWHERE, kind.key(), "{" + name + "}", names(all));
      return false;
    }
    if (isOfHours(variable.get()) && hours.windows().isEmpty()) {
      problems.add(at, Mistake.VARIABLE_HOURS, "{" + name + "}");
      return false;
    }
    return true;
  }

  private List<String> unsure(Wording text, ReplyKind kind) {
    var unsure = new ArrayList<String>();
    for (Variable variable : text.variables()) {
      if (kind.unsure().contains(variable)) {
        unsure.add("{" + variable.key() + "}");
      }
    }
    return unsure;
  }

  /// Known in a pack that has hours.
  private static boolean isOfHours(Variable variable) {
    return variable == Variable.HOURS || variable == Variable.OPENS;
  }

  private static String names(Set<Variable> variables) {
    return variables.stream().map(one -> "{" + one.key() + "}").collect(Collectors.joining(" "));
  }
}
