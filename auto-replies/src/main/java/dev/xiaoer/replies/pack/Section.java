package dev.xiaoer.replies.pack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// A map of a pack with its places. What it asks for and does not find is a problem; so is what nobody knows.
final class Section {

  private final Node node;
  private final Problems problems;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Node> keys = new LinkedHashMap<>();

  private Section(Node node, Problems problems) {
    this.node = node;
    this.problems = problems;
    if (!(node instanceof MappingNode map)) {
      problems.add(node, Mistake.NOT_A_MAP);
      return;
    }
    for (NodeTuple entry : map.getValue()) {
      String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
      if (values.putIfAbsent(key, entry.getValueNode()) == null) {
        keys.put(key, entry.getKeyNode());
      } else {
        problems.add(entry.getKeyNode(), Mistake.KEY_TWICE, key);
      }
    }
  }

  /// A map with any keys.
  static Section open(Node node, Problems problems) {
    return new Section(node, problems);
  }

  /// A map that has no keys but these.
  static Section of(Node node, Set<String> known, Problems problems) {
    var section = new Section(node, problems);
    section.keys.forEach((key, at) -> {
      if (!known.contains(key)) {
        problems.add(at, Mistake.UNKNOWN_KEY, key, String.join(", ", new TreeSet<>(known)));
      }
    });
    return section;
  }

  Node node() {
    return node;
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  /// Where the key stands.
  Node key(String key) {
    return keys.getOrDefault(key, node);
  }

  @Nullable
  Node get(String key) {
    return values.get(key);
  }

  /// Where the value stands; the map itself when there is none.
  Node value(String key) {
    return values.getOrDefault(key, node);
  }

  void each(BiConsumer<String, Node> entry) {
    values.forEach(entry);
  }

  /// @return null when it is not there, or no text, which is a problem
  @Nullable
  String text(String key) {
    Node value = values.get(key);
    return value == null ? null : text(value, problems);
  }

  /// The same, where it has to be there.
  @Nullable
  String needed(String key) {
    require(key);
    return text(key);
  }

  void require(String key) {
    if (!has(key) && node instanceof MappingNode) {
      problems.add(node, Mistake.MISSING, key);
    }
  }

  /// @return nothing when it is not there
  List<Node> list(String key, int most) {
    Node value = values.get(key);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof SequenceNode list)) {
      problems.add(value, Mistake.NOT_A_LIST, key);
      return List.of();
    }
    if (list.getValue().size() > most) {
      problems.add(value, Mistake.TOO_MANY, key, most);
      return List.of();
    }
    return list.getValue();
  }

  List<ScalarNode> texts(String key, int most) {
    var texts = new ArrayList<ScalarNode>();
    for (Node one : list(key, most)) {
      if (text(one, problems) != null) {
        texts.add((ScalarNode) one);
      }
    }
    return texts;
  }

  static @Nullable String text(Node node, Problems problems) {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    problems.add(node, Mistake.NOT_A_TEXT);
    return null;
  }
}
