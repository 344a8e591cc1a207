package dev.xiaoer.replies.pack;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/// Reads YAML as a tree. No object of a pack's choosing is ever made, nothing refers to another place, and neither size nor
/// depth is without end.
final class YamlTree {

  static final int MOST_CHARACTERS = 256 * 1024;
  static final int MOST_LEVELS = 10;

  private static final Set<Tag> PLAIN = Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP,
      Tag.MERGE);

  private YamlTree() {}

  /// @return null when there is none, and a problem says why
  static @Nullable Node read(Reader yaml, Problems problems) throws IOException {
    String text = text(yaml);
    if (text == null) {
      problems.addForAll(Mistake.TOO_LARGE, MOST_CHARACTERS / 1024);
      return null;
    }
    try {
      Node root = new Yaml(new SafeConstructor(options())).compose(new StringReader(text));
      if (root == null) {
        problems.addForAll(Mistake.EMPTY);
        return null;
      }
      return isPlain(root, problems) ? root : null;
    } catch (MarkedYAMLException e) {
      problems.add(e.getProblemMark(), Mistake.NOT_YAML, String.valueOf(e.getProblem()));
    } catch (YAMLException e) {
      Mistake mistake = e.getMessage() != null && e.getMessage().contains("aliases")
          ? Mistake.REFERENCE
          : Mistake.NOT_YAML;
      problems.addForAll(mistake, String.valueOf(e.getMessage()));
    }
    return null;
  }

  private static LoaderOptions options() {
    var options = new LoaderOptions();
    options.setMaxAliasesForCollections(0);
    options.setTagInspector(_ -> true); // nothing is made of them, and they are all refused by the tree
    options.setNestingDepthLimit(MOST_LEVELS);
    options.setCodePointLimit(MOST_CHARACTERS);
    return options;
  }

  private static @Nullable String text(Reader yaml) throws IOException {
    var text = new StringBuilder();
    var buffer = new char[8192];
    for (int read = yaml.read(buffer); read >= 0; read = yaml.read(buffer)) {
      text.append(buffer, 0, read);
      if (text.length() > MOST_CHARACTERS) {
        return null;
      }
    }
    return text.toString();
  }

  /// Whether nothing in it asks for an object of some kind; whatever does is a problem.
  private static boolean isPlain(Node root, Problems problems) {
    var strange = new ArrayList<Node>();
    collect(root, strange);
    strange.forEach(node -> problems.add(node, Mistake.TAG, node.getTag().getValue()));
    return strange.isEmpty();
  }

  private static void collect(Node node, List<Node> strange) {
    switch (node) {
      case ScalarNode scalar -> collectIf(!PLAIN.contains(scalar.getTag()), scalar, strange);
      case SequenceNode list -> {
        collectIf(!list.getTag().equals(Tag.SEQ), list, strange);
        list.getValue().forEach(one -> collect(one, strange));
      }
      case MappingNode map -> {
        collectIf(!map.getTag().equals(Tag.MAP), map, strange);
        for (NodeTuple entry : map.getValue()) {
          collect(entry.getKeyNode(), strange);
          collect(entry.getValueNode(), strange);
        }
      }
      default -> strange.add(node);
    }
  }

  private static void collectIf(boolean isStrange, Node node, List<Node> strange) {
    if (isStrange) {
      strange.add(node);
    }
  }
}
