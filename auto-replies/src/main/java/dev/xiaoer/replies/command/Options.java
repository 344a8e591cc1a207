package dev.xiaoer.replies.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What stands on the command line: packs, what is said, and values by their names.
final class Options {

  static final String SAY = "--say";
  static final String CLOSING = "--closing";
  static final String LANG = "--lang";

  private static final Set<String> WITH_VALUE = Set.of(SAY, LANG, "--state", "--at", "--waited", "--group", "--agent",
      "--shop", "--buyer", "--position");

  private final List<String> packs = new ArrayList<>();
  private final List<String> said = new ArrayList<>();
  private final Map<String, String> values = new HashMap<>();
  private boolean closing;

  /// @throws UsageException when something is unknown or has no value
  static Options of(List<String> arguments) throws UsageException {
    var options = new Options();
    for (int i = 0; i < arguments.size(); i++) {
      String one = arguments.get(i);
      if (one.equals(CLOSING)) {
        options.closing = true;
      } else if (!one.startsWith("-")) {
        options.packs.add(one);
      } else if (!WITH_VALUE.contains(one)) {
        throw new UsageException("command.option-unknown", one);
      } else if (++i == arguments.size()) {
        throw new UsageException("command.value-missing", one);
      } else {
        options.take(one, arguments.get(i));
      }
    }
    return options;
  }

  private void take(String name, String value) {
    if (name.equals(SAY)) {
      said.add(value);
    } else {
      values.put(name, value);
    }
  }

  List<String> packs() {
    return packs;
  }

  List<String> said() {
    return said;
  }

  boolean closes() {
    return closing;
  }

  @Nullable
  String value(String name) {
    return values.get(name);
  }

  String value(String name, String usual) {
    return values.getOrDefault(name, usual);
  }
}
