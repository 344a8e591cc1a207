package dev.xiaoer.replies;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/// Reads packs. Only the tree of the YAML is looked at: no object of a pack's choosing is ever made.
public final class ReplyPacks {

  private ReplyPacks() {}

  /// The pack that comes with the desk.
  public static ReplyPack shipped() {
    try (InputStream pack = Objects.requireNonNull(ReplyPacks.class.getResourceAsStream("shipped.yaml"))) {
      return read(new InputStreamReader(pack, StandardCharsets.UTF_8));
    } catch (InvalidPackException e) {
      throw new IllegalStateException("the shipped pack has mistakes: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// @throws InvalidPackException naming line and reason of every mistake
  public static ReplyPack read(Reader yaml) throws InvalidPackException {
    var options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    Node root;
    try {
      root = new Yaml(new SafeConstructor(options)).compose(yaml);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw new InvalidPackException(List.of(new PackProblem(line, "this is no YAML: " + e.getProblem())));
    }
    var reading = new Reading();
    ReplyPack pack = reading.pack(root);
    if (!reading.problems.isEmpty()) {
      throw new InvalidPackException(reading.problems);
    }
    return pack;
  }

  private static final class Reading {

    private final List<PackProblem> problems = new ArrayList<>();

    ReplyPack pack(Node root) {
      Map<ReplyKind, Map<String, String>> texts = new HashMap<>();
      for (Entry entry : entries(root, "a pack maps kinds to texts")) {
        Optional<ReplyKind> kind = ReplyKind.of(entry.key());
        if (kind.isEmpty()) {
          complain(entry.at(), "there is no kind '" + entry.key() + "'");
        } else if (texts.put(kind.get(), texts(kind.get(), entry.value())) != null) {
          complain(entry.at(), "'" + entry.key() + "' is there twice");
        }
      }
      for (ReplyKind kind : ReplyKind.values()) {
        if (!texts.containsKey(kind)) {
          complain(root, "'" + kind.key() + "' is missing");
        }
      }
      return new ReplyPack(texts);
    }

    private Map<String, String> texts(ReplyKind kind, Node node) {
      Map<String, String> texts = new HashMap<>();
      for (Entry entry : entries(node, "'" + kind.key() + "' maps languages to texts")) {
        if (!List.of(ReplyPack.CHINESE, ReplyPack.ENGLISH).contains(entry.key())) {
          complain(entry.at(), "there is no language '" + entry.key() + "', only zh-CN and en");
        } else if (texts.put(entry.key(), text(kind, entry.value())) != null) {
          complain(entry.at(), "'" + entry.key() + "' is there twice");
        }
      }
      for (String language : List.of(ReplyPack.CHINESE, ReplyPack.ENGLISH)) {
        if (!texts.containsKey(language)) {
          complain(node, "'" + kind.key() + "' has no text in " + language);
        }
      }
      return texts;
    }

    private String text(ReplyKind kind, Node node) {
      if (!(node instanceof ScalarNode scalar)) {
        complain(node, "a text is expected here");
        return "";
      }
      if (scalar.getValue().isBlank()) {
        complain(node, "the text is empty");
      }
      Matcher variables = ReplyPack.VARIABLE.matcher(scalar.getValue());
      while (variables.find()) {
        if (!kind.variables().contains(variables.group(1))) {
          complain(node, "'" + kind.key() + "' knows no {" + variables.group(1) + "}");
        }
      }
      return scalar.getValue();
    }

    private List<Entry> entries(Node node, String wanted) {
      if (!(node instanceof MappingNode mapping)) {
        complain(node, wanted);
        return List.of();
      }
      var entries = new ArrayList<Entry>();
      for (NodeTuple tuple : mapping.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode key) {
          entries.add(new Entry(key, key.getValue(), tuple.getValueNode()));
        } else {
          complain(tuple.getKeyNode(), wanted);
        }
      }
      return entries;
    }

    private void complain(Node at, String reason) {
      problems.add(new PackProblem(at == null ? 1 : at.getStartMark().getLine() + 1, reason));
    }
  }

  private record Entry(Node at, String key, Node value) {}
}
