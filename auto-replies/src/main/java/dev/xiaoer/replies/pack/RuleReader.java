package dev.xiaoer.replies.pack;

import dev.xiaoer.replies.Level;
import dev.xiaoer.replies.ReplyKind;
import dev.xiaoer.replies.Rule;
import dev.xiaoer.replies.text.Folding;
import dev.xiaoer.replies.text.Match;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/// Reads the rules of a pack, one after the other.
final class RuleReader {

  static final int MOST_KEYWORDS = 50;
  static final int LONGEST_KEYWORD = 30;
  static final int HIGHEST_PRIORITY = 100;

  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
  private static final Set<String> EVERYBODYS = Set.of("id", "kind", Texts.TEXT, Texts.FALLBACK, "limit");
  private static final Map<String, ReplyKind> SPECIAL = Map.of("after", ReplyKind.SLOW_ANSWER, "keywords",
      ReplyKind.KEYWORD, "match", ReplyKind.KEYWORD, "priority", ReplyKind.KEYWORD);
  private static final Set<String> ALL = join(EVERYBODYS, SPECIAL.keySet());
  private static final List<ReplyKind> KINDS = Arrays.stream(ReplyKind.values())
      .filter(kind -> kind != ReplyKind.FAQ).toList();

  private final Texts texts;
  private final Problems problems;
  private final Set<String> ids = new HashSet<>();
  private final Map<ReplyKind, String> ruleOf = new HashMap<>();
  private final Map<String, ReplyKind> kinds = new HashMap<>();
  private final Map<String, String> keywords = new HashMap<>();

  /// @param known rules that are there already
  RuleReader(Texts texts, Problems problems, List<Rule> known) {
    this.texts = texts;
    this.problems = problems;
    known.forEach(rule -> {
      take(rule.id());
      ruleOf.put(rule.kind(), rule.id());
      kinds.put(rule.id(), rule.kind());
    });
  }

  /// @return null when it is wrong
  @Nullable
  Rule read(Node node) {
    Section section = Section.of(node, ALL, problems);
    var values = new Scalars(section, problems);
    String id = id(section);
    section.require("kind");
    ReplyKind kind = values.choice("kind", KINDS, ReplyKind::key, Mistake.KIND);
    if (kind == null) {
      return null;
    }
    checkKind(section, kind, id);
    Rule.When when = when(section, values, kind, id);
    Texts.Pair said = texts.pair(section, kind);
    var limit = LimitReader.read(section.get("limit"), kind, problems);
    return id == null || when == null || said == null
        ? null
        : new Rule(id, kind, when, new Rule.Saying(said.text(), said.fallback(), Level.PACK), limit, null);
  }

  /// @return null when it is missing, malformed or taken
  @Nullable
  String id(Section section) {
    String id = section.needed("id");
    if (id == null) {
      return null;
    }
    if (!ID.matcher(id).matches()) {
      problems.add(section.value("id"), Mistake.ID, id);
      return null;
    }
    if (!ids.add(id)) {
      problems.add(section.value("id"), Mistake.ID_TWICE, id);
      return null;
    }
    return id;
  }

  /// An id that somebody else has.
  void take(String id) {
    ids.add(id);
  }

  /// The kinds of all rules, of those with mistakes as well.
  Map<String, ReplyKind> kinds() {
    return kinds;
  }

  private void checkKind(Section section, ReplyKind kind, @Nullable String id) {
    SPECIAL.forEach((key, its) -> {
      if (section.has(key) && kind != its) {
        problems.add(section.key(key), Mistake.NOT_FOR_KIND, key, kind.key(), its.key());
      }
    });
    if (id != null) {
      kinds.put(id, kind);
    }
    String other = ruleOf.put(kind, id == null ? "?" : id);
    if (other != null && !kind.mayBeSeveral()) {
      problems.add(section.value("kind"), Mistake.KIND_TWICE, kind.key(), other);
    }
  }

  private Rule.@Nullable When when(Section section, Scalars values, ReplyKind kind, @Nullable String id) {
    return switch (kind) {
      case SLOW_ANSWER -> after(section, values);
      case KEYWORD -> heard(section, values, id == null ? "?" : id);
      default -> new Rule.Always();
    };
  }

  private Rule.@Nullable When after(Section section, Scalars values) {
    section.require("after");
    Duration after = values.duration("after");
    return after == null ? null : new Rule.After(after);
  }

  private Rule.@Nullable When heard(Section section, Scalars values, String id) {
    Match match = values.choice("match", List.of(Match.values()), Match::key, Mistake.CHOICE);
    Integer priority = values.number("priority", -HIGHEST_PRIORITY, HIGHEST_PRIORITY);
    List<ScalarNode> written = section.texts("keywords", MOST_KEYWORDS);
    if (written.isEmpty()) {
      problems.add(section.node(), Mistake.MISSING, "keywords");
    }
    var words = new ArrayList<String>();
    for (ScalarNode one : written) {
      if (isKeyword(one, match == null ? Match.WORD : match, id)) {
        words.add(one.getValue());
      }
    }
    return words.isEmpty()
        ? null
        : new Rule.Heard(match == null ? Match.WORD : match, words, priority == null ? 0 : priority);
  }

  private boolean isKeyword(ScalarNode at, Match match, String id) {
    String folded = Folding.folded(at.getValue());
    int length = folded.codePointCount(0, folded.length());
    if (length == 0 || (length < 2 && match != Match.EXACT)) {
      problems.add(at, Mistake.KEYWORD_SHORT, at.getValue());
      return false;
    }
    if (length > LONGEST_KEYWORD) {
      problems.add(at, Mistake.KEYWORD_LONG, at.getValue(), LONGEST_KEYWORD);
      return false;
    }
    String other = keywords.putIfAbsent(match.key() + " " + folded, id);
    if (other != null) {
      problems.add(at, Mistake.KEYWORD_TWICE, at.getValue(), other);
      return false;
    }
    return true;
  }

  private static Set<String> join(Set<String> some, Set<String> others) {
    var all = new HashSet<>(some);
    all.addAll(others);
    return Set.copyOf(all);
  }
}
