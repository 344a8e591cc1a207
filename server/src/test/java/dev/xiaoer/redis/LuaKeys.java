package dev.xiaoer.redis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Finds the keys in the scripts' calls, and those among them that are not of KEYS.
///
/// It reads no Lua beyond what the house style allows. A key is `KEYS[…]`; or a name given to one by `local`, by
/// `for … in ipairs(KEYS)` or as a parameter whose every argument, in all scripts, is one; or one of these with
/// something appended, which leaves the tag and so the slot as it is.
final class LuaKeys {
  private static final Pattern CALL = Pattern.compile("redis\\.p?call\\(");
  private static final Pattern LOCAL = Pattern.compile("\\blocal\\s+([\\w, ]+?)\\s*=\\s*([^\\n]+)");
  private static final Pattern EACH = Pattern.compile("\\bfor\\s+\\w+\\s*,\\s*(\\w+)\\s+in\\s+ipairs\\(KEYS\\)");
  private static final Pattern FUNCTION = Pattern.compile("\\bfunction\\s+(\\w+)\\(([^)]*)\\)");
  private static final Pattern OF_KEYS = Pattern.compile("KEYS\\[[^\\]]+]");
  private static final Set<String> NO_KEY = Set.of("TIME", "PUBLISH", "SPUBLISH");
  private static final Set<String> ALL_KEYS = Set.of("DEL", "UNLINK", "EXISTS", "TOUCH", "RENAME", "RENAMENX", "MGET",
      "SINTER", "SUNION", "SDIFF", "SINTERSTORE", "SUNIONSTORE", "SDIFFSTORE", "PFCOUNT", "PFMERGE");
  private static final Set<String> TWO_KEYS = Set.of("SMOVE", "COPY", "LMOVE", "RPOPLPUSH", "ZRANGESTORE");
  private static final Set<String> COUNTED = Set.of("ZUNIONSTORE", "ZINTERSTORE", "ZDIFFSTORE");

  private static final Pattern APPENDED = Pattern.compile("(KEYS\\[[^\\]]+]|\\w+)\\s*\\.\\..*", Pattern.DOTALL);

  private final List<Lua> scripts;

  /// @param texts the scripts' texts by name
  LuaKeys(Map<String, String> texts) {
    this.scripts = texts.entrySet().stream().map(script -> new Lua(script.getKey(), script.getValue())).toList();
    int known;
    do {
      known = known();
      scripts.forEach(this::learnParameters);
      scripts.forEach(Lua::learnNames);
    } while (known() > known);
  }

  private int known() {
    return scripts.stream().mapToInt(script -> script.given.size()).sum();
  }

  private void learnParameters(Lua script) {
    Matcher function = FUNCTION.matcher(script.text);
    while (function.find()) {
      String name = function.group(1);
      List<String> parameters = arguments(function.group(2), 0);
      for (int i = 0; i < parameters.size(); i++) {
        int at = i;
        List<Boolean> keys = scripts.stream().flatMap(caller -> caller.calls(name).stream()
            .filter(call -> call.size() <= at || !"nil".equals(call.get(at).trim()))
            .map(call -> call.size() > at && caller.isGiven(call.get(at)))).toList();
        if (!keys.isEmpty() && !keys.contains(false)) {
          script.given.add(parameters.get(i));
        }
      }
    }
  }

  /// @return script and key of each that was not given
  List<String> strayKeys() {
    return scripts.stream().flatMap(script -> script.strayKeys().stream()).toList();
  }

  /// One file.
  private static final class Lua {
    private final String name;
    private final String text;
    private final Set<String> given = new HashSet<>();

    Lua(String name, String text) {
      this.name = name;
      this.text = text.replaceAll("--[^\\n]*", "");
      learnNames();
    }

    private void learnNames() {
      Matcher each = EACH.matcher(text);
      while (each.find()) {
        given.add(each.group(1));
      }
      Matcher local = LOCAL.matcher(text);
      while (local.find()) {
        List<String> names = arguments(local.group(1), 0);
        List<String> values = arguments(local.group(2), 0);
        IntStream.range(0, Math.min(names.size(), values.size())).filter(i -> isGiven(values.get(i)))
            .forEach(i -> given.add(names.get(i)));
      }
    }

    /// The arguments of each call of a function in this file.
    private List<List<String>> calls(String function) {
      Matcher call = Pattern.compile("(function\\s+)?\\b" + function + "\\(").matcher(text);
      return call.results().filter(found -> found.group(1) == null).map(found -> arguments(text, found.end())).toList();
    }

    private boolean isGiven(String value) {
      Matcher appended = APPENDED.matcher(value);
      String start = appended.matches() ? appended.group(1) : value;
      return OF_KEYS.matcher(start).matches() || given.contains(start);
    }

    private List<String> strayKeys() {
      return CALL.matcher(text).results().flatMap(call -> keys(arguments(text, call.end())).stream())
          .filter(key -> !isGiven(key)).map(key -> name + ": " + key).toList();
    }
  }

  private static List<String> keys(List<String> words) {
    String command = words.getFirst().replaceAll("['\"]", "");
    if (NO_KEY.contains(command)) {
      return List.of();
    }
    if (ALL_KEYS.contains(command)) {
      return words.subList(1, words.size());
    }
    if (TWO_KEYS.contains(command)) {
      return words.subList(1, 3);
    }
    if (COUNTED.contains(command)) {
      List<String> keys = new ArrayList<>(words.subList(1, 2));
      keys.addAll(words.subList(3, 3 + Integer.parseInt(words.get(2))));
      return keys;
    }
    int streams = words.indexOf("'STREAMS'");
    return streams > 0
        ? words.subList(streams + 1, streams + 1 + (words.size() - streams - 1) / 2)
        : words.subList(1, 2);
  }

  /// The arguments from here to the bracket that closes them, or to the end.
  private static List<String> arguments(String text, int start) {
    List<String> arguments = new ArrayList<>();
    StringBuilder argument = new StringBuilder();
    int depth = 0;
    char quote = 0;
    for (int i = start; i < text.length() && depth >= 0; i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == '(' || c == '{' || c == '[') {
        depth++;
      } else if (c == ')' || c == '}' || c == ']') {
        depth--;
      }
      if (depth == 0 && quote == 0 && c == ',') {
        arguments.add(argument.toString().strip());
        argument.setLength(0);
      } else if (depth >= 0) {
        argument.append(c);
      }
    }
    arguments.add(argument.toString().strip());
    return arguments;
  }
}
