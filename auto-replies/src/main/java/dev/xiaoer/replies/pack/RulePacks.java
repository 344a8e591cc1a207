package dev.xiaoer.replies.pack;

import dev.xiaoer.replies.Overrides;
import dev.xiaoer.replies.ReplyKind;
import dev.xiaoer.replies.Rule;
import dev.xiaoer.replies.RuleBook;
import dev.xiaoer.replies.RulePack;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.Node;

/// Where rule packs come from.
public final class RulePacks {

  /// The languages of packs, Chinese first.
  static final List<Locale> LANGUAGES = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

  private RulePacks() {}

  /// The packs that come with the desk: nothing in them is true of one shop only.
  public static RuleBook shipped() {
    return new RuleBook(LANGUAGES.stream().map(RulePacks::shipped).toList());
  }

  /// The packs of the demo's shop.
  public static RuleBook demo() {
    return new RuleBook(LANGUAGES.stream().map(language -> resource("demo." + language.toLanguageTag())).toList());
  }

  /// The pack of the demo's shop as it is written, so that a desk may have it as its own and change it.
  public static String demoYaml(Locale language) {
    String name = "demo." + (language.getLanguage().equals("en") ? "en" : "zh-CN");
    try (InputStream file = file(name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// @throws InvalidPackException naming place and reason of every mistake
  public static RulePack read(Reader yaml) throws InvalidPackException, IOException {
    var problems = new Problems();
    Node root = YamlTree.read(yaml, problems);
    problems.throwIfAny();
    RulePack pack = new PackReader(problems).read(Objects.requireNonNull(root));
    problems.throwIfAny();
    return pack;
  }

  /// Changes that are kept apart from their pack, in the form of its `overrides`.
  ///
  /// @throws InvalidPackException naming place and reason of every mistake
  public static Overrides overrides(Reader yaml, RulePack pack) throws InvalidPackException, IOException {
    var problems = new Problems();
    Node root = YamlTree.read(yaml, problems);
    problems.throwIfAny();
    Map<String, ReplyKind> kinds = pack.rules().stream().collect(Collectors.toMap(Rule::id, Rule::kind));
    Overrides overrides = new OverridesReader(kinds, new Texts(pack.hours(), problems), problems)
        .read(Objects.requireNonNull(root));
    problems.throwIfAny();
    return overrides;
  }

  static RulePack shipped(Locale language) {
    return resource(language.toLanguageTag());
  }

  private static RulePack resource(String pack) {
    try (InputStream file = file(pack)) {
      return read(new InputStreamReader(file, StandardCharsets.UTF_8));
    } catch (InvalidPackException e) {
      throw new IllegalStateException(pack + " has mistakes: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream file(String pack) {
    return Objects.requireNonNull(RulePacks.class.getResourceAsStream("/dev/xiaoer/replies/" + pack + ".yaml"), pack);
  }
}
