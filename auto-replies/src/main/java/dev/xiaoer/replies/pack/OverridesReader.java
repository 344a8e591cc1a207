package dev.xiaoer.replies.pack;

import dev.xiaoer.replies.Level;
import dev.xiaoer.replies.Override;
import dev.xiaoer.replies.Overrides;
import dev.xiaoer.replies.ReplyKind;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/// Reads what desk, groups and agents change, and refuses what is not theirs to change.
record OverridesReader(Map<String, ReplyKind> kinds, Texts texts, Problems problems) {

  private static final String OFF = "off";

  Overrides read(Node node) {
    Section section = Section.of(node, Set.of("desk", "groups", "agents"), problems);
    return new Overrides(changes(section.get("desk"), Level.DESK), byName(section.get("groups"), Level.GROUP),
        byName(section.get("agents"), Level.AGENT));
  }

  private Map<String, Map<String, Override>> byName(@Nullable Node node, Level level) {
    var all = new HashMap<String, Map<String, Override>>();
    if (node != null) {
      Section.open(node, problems).each((name, changes) -> all.put(name, changes(changes, level)));
    }
    return all;
  }

  private Map<String, Override> changes(@Nullable Node node, Level level) {
    var changes = new HashMap<String, Override>();
    if (node == null) {
      return changes;
    }
    Section section = Section.open(node, problems);
    section.each((rule, change) -> {
      ReplyKind kind = kinds.get(rule);
      if (kind == null) {
        problems.add(section.key(rule), Mistake.NO_SUCH_RULE, rule);
        return;
      }
      Override override = override(change, kind, level);
      if (override != null) {
        changes.put(rule, override);
      }
    });
    return changes;
  }

  private @Nullable Override override(Node node, ReplyKind kind, Level level) {
    Section section = Section.of(node, Set.of(OFF, Texts.TEXT, Texts.FALLBACK), problems);
    if (level == Level.AGENT && !kind.mayBeWordedByAgents()) {
      problems.add(node, Mistake.NOT_BY_AGENTS, kind.key());
      return null;
    }
    boolean text = section.has(Texts.TEXT) || section.has(Texts.FALLBACK);
    if (section.has(OFF) == text) {
      problems.add(node, text ? Mistake.OFF_AND_TEXT : Mistake.OFF_OR_TEXT);
      return null;
    }
    return text ? words(section, kind) : off(section, kind, level);
  }

  private @Nullable Override words(Section section, ReplyKind kind) {
    Texts.Pair pair = texts.pair(section, kind);
    return pair == null ? null : new Override.Words(pair.text(), pair.fallback());
  }

  private @Nullable Override off(Section section, ReplyKind kind, Level level) {
    if (!"true".equals(section.text(OFF))) {
      problems.add(section.value(OFF), Mistake.CHOICE, String.valueOf(section.text(OFF)), "true");
    } else if (level == Level.AGENT) {
      problems.add(section.key(OFF), Mistake.OFF_BY_AGENT);
    } else if (!kind.mayBeOff()) {
      problems.add(section.key(OFF), Mistake.NEVER_OFF, kind.key());
    } else {
      return new Override.Off();
    }
    return null;
  }
}
