package dev.xiaoer.replies.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.StringReader;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class MistakesTest {

  private static final String TEN = """
      language: zh-CN
      hours: [mon-fri 9-18]
      rules:
        - id: welcome
          kind: first-reception
          text: 欢迎{position}
        - id: welcome
          kind: busy
          text: ''
        - id: queue
          kind: queuing
          text: 请稍候
        - id: slow
          kind: slow-answer
          after: 90
          text: 稍等
          limit: { times: -1 }
        - id: ship
          kind: keyword
          keywords: [发]
          text: 今天发
        - id: bill
          kind: keyword
          keywords: [发票]
          txt: 有
      overrides:
        agents:
          qing:
            slow: { text: 就来 }
        groups:
          presales:
            welcome: { off: true, text: 你好 }
      """;

  /// Where a mistake is to be told.
  private static final String HERE = "¦";

  /// Each: a mistake, and a pack that has it there and no other.
  private static final List<Case> CASES = List.of(
      new Case(Mistake.TOO_LARGE, HERE + "#" + "x".repeat(YamlTree.MOST_CHARACTERS)),
      new Case(Mistake.NOT_YAML, "language: [zh-CN\n¦"),
      new Case(Mistake.NOT_YAML, HERE + "[".repeat(YamlTree.MOST_LEVELS + 2) + "]".repeat(YamlTree.MOST_LEVELS + 2)),
      new Case(Mistake.TAG, "language: zh-CN\nrules: ¦!!java.net.URL [a]\n"),
      new Case(Mistake.TAG, "language: zh-CN\nrules: []\nzone: ¦!place Asia/Shanghai\n"),
      new Case(Mistake.REFERENCE, "¦language: zh-CN\nrules: &a []\nhours: *a\n"),
      new Case(Mistake.EMPTY, "¦# nothing\n"),
      new Case(Mistake.NOT_A_MAP, "language: zh-CN\nrules: [¦welcome]\n"),
      new Case(Mistake.NOT_A_LIST, "language: zh-CN\nrules: ¦none\n"),
      new Case(Mistake.NOT_A_TEXT, rule("id: a, kind: busy, text: ¦[忙]")),
      new Case(Mistake.UNKNOWN_KEY, rule("id: a, ¦colour: red, kind: busy, text: 忙")),
      new Case(Mistake.KEY_TWICE, "language: zh-CN\n¦language: en\nrules: []\n"),
      new Case(Mistake.MISSING, "¦rules: []\n"),
      new Case(Mistake.MISSING, "¦language: en\n"),
      new Case(Mistake.MISSING, "language: zh-CN\nrules:\n  - ¦{ kind: busy, text: 忙 }\n"),
      new Case(Mistake.TOO_MANY, "language: zh-CN\nhours: ¦[" + "x,".repeat(21) + "]\nrules: []\n"),
      new Case(Mistake.LANGUAGE, "language: ¦fr\nrules: []\n"),
      new Case(Mistake.ZONE, "language: zh-CN\nzone: ¦Mars\nrules: []\n"),
      new Case(Mistake.HOURS, "language: zh-CN\nhours: [¦mon-fri 25:00-26:00]\nrules: []\n"),
      new Case(Mistake.HOURS, "language: zh-CN\nhours: [¦fri-mon 09:00-18:00]\nrules: []\n"),
      new Case(Mistake.HOURS, "language: zh-CN\nhours: [¦daily 09:00-09:00]\nrules: []\n"),
      new Case(Mistake.NUMBER, rule("id: a, kind: busy, text: 忙, limit: { times: ¦0 }")),
      new Case(Mistake.DECIMAL, "language: zh-CN\nrules: []\nfaq: { threshold: ¦1.5 }\n"),
      new Case(Mistake.DURATION, rule("id: a, kind: slow-answer, after: ¦soon, text: 稍等")),
      new Case(Mistake.DURATION, rule("id: a, kind: slow-answer, after: ¦25h, text: 稍等")),
      new Case(Mistake.CHOICE, rule("id: a, kind: keyword, keywords: [发货], match: ¦most, text: 发")),
      new Case(Mistake.TEXT_EMPTY, rule("id: a, kind: busy, text: ¦' '")),
      new Case(Mistake.TEXT_TOO_LONG, rule("id: a, kind: busy, text: ¦" + "长".repeat(Texts.MOST_CHARACTERS + 1))),
      new Case(Mistake.BRACE_OPEN, rule("id: a, kind: busy, text: ¦'{agent'")),
      new Case(Mistake.BRACE_WIDE, rule("id: a, kind: busy, text: ¦'｛agent｝'")),
      new Case(Mistake.VARIABLE_UNKNOWN, rule("id: a, kind: busy, text: ¦'{weather}'")),
      new Case(Mistake.VARIABLE_ELSEWHERE, rule("id: a, kind: busy, text: ¦'{position}'")),
      new Case(Mistake.VARIABLE_HOURS, rule("id: a, kind: off-hours, text: ¦'{hours}'")),
      new Case(Mistake.FALLBACK_MISSING, rule("id: a, kind: hung-up, text: ¦'{back}'")),
      new Case(Mistake.FALLBACK_UNSURE, rule("id: a, kind: hung-up, text: 走了, fallback: ¦'{back}'")),
      new Case(Mistake.ID, rule("id: ¦忙, kind: busy, text: 忙")),
      new Case(Mistake.ID_TWICE, rule("id: a, kind: busy, text: 忙 }\n  - { id: ¦a, kind: closing, text: 谢")),
      new Case(Mistake.KIND, rule("id: a, kind: ¦rude, text: 忙")),
      new Case(Mistake.KIND_TWICE, rule("id: a, kind: busy, text: 忙 }\n  - { id: b, kind: ¦busy, text: 忙")),
      new Case(Mistake.NOT_FOR_KIND, rule("id: a, kind: busy, ¦after: 9s, text: 忙")),
      new Case(Mistake.COUNTED_WITHIN, rule("id: a, kind: busy, text: 忙, limit: { per: ¦absence }")),
      new Case(Mistake.KEYWORD_SHORT, rule("id: a, kind: keyword, keywords: [¦发], text: 发")),
      new Case(Mistake.KEYWORD_LONG, rule("id: a, kind: keyword, keywords: [¦" + "长".repeat(31) + "], text: 发")),
      new Case(Mistake.KEYWORD_TWICE, rule("id: a, kind: keyword, keywords: [vip, ¦ＶＩＰ], text: 发")),
      new Case(Mistake.NO_SUCH_RULE, change("busy", "desk: { ¦b: { off: true } }")),
      new Case(Mistake.OFF_AND_TEXT, change("busy", "desk: { a: ¦{ off: true, text: 忙 } }")),
      new Case(Mistake.OFF_OR_TEXT, change("busy", "desk: { a: ¦{ } }")),
      new Case(Mistake.NEVER_OFF, change("away", "desk: { a: { ¦off: true } }")),
      new Case(Mistake.NOT_BY_AGENTS, change("off-hours", "agents: { qing: { a: ¦{ text: x } } }")),
      new Case(Mistake.OFF_BY_AGENT, change("busy", "agents: { qing: { a: { ¦off: true } } }")));

  private record Case(Mistake mistake, String marked) {

    String pack() {
      return marked.replace(HERE, "");
    }

    String place() {
      List<String> before = marked.substring(0, marked.indexOf(HERE)).lines().toList();
      boolean lineBegins = marked.startsWith(HERE) || marked.contains("\n" + HERE);
      int line = lineBegins ? before.size() + 1 : before.size();
      int column = lineBegins ? 1 : before.getLast().length() + 1;
      return line + ":" + column;
    }
  }

  private static String rule(String rule) {
    return "language: zh-CN\nrules:\n  - { " + rule + " }\n";
  }

  private static String change(String kind, String change) {
    return rule("id: a, text: 忙, kind: " + kind) + "overrides: { " + change + " }\n";
  }

  @TestFactory
  Stream<DynamicTest> eachMistakeIsToldOnceAndWithItsPlace() {
    return CASES.stream().map(one -> DynamicTest.dynamicTest(one.mistake() + " " + one.place(),
        () -> assertThat(mistakes(one.pack()))
            .extracting(told -> told.mistake() + " " + told.line() + ":" + told.column())
            .containsExactly(one.mistake() + " " + one.place())));
  }

  @Test
  void everyMistakeThatCanBeToldIsTried() {
    assertThat(CASES.stream().map(Case::mistake).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(Mistake.values());
  }

  @Test
  void aPackWithTenKindsOfMistakesIsRefusedWithTenMessages() {
    List<PackProblem> told = mistakes(TEN);
    assertThat(told).extracting(problem -> problem.line() + " " + problem.mistake()).containsExactly(
        "2 HOURS", "6 VARIABLE_ELSEWHERE", "7 ID_TWICE", "9 TEXT_EMPTY", "11 KIND", "15 DURATION", "17 NUMBER",
        "20 KEYWORD_SHORT", "22 MISSING", "25 UNKNOWN_KEY", "29 NOT_BY_AGENTS", "32 OFF_AND_TEXT");
    assertThat(told.getFirst().reason(Locale.SIMPLIFIED_CHINESE))
        .isEqualTo("'mon-fri 9-18' 不是服务时间，应当像：mon-fri 09:00-18:00");
    assertThat(told.getFirst().toString())
        .isEqualTo("2:9 'mon-fri 9-18' are no hours; these are: mon-fri 09:00-18:00");
  }

  @Test
  void everyMistakeHasWordsInBothLanguagesThatNameTheSame() {
    ResourceBundle english = bundle(Locale.ENGLISH);
    ResourceBundle chinese = bundle(Locale.SIMPLIFIED_CHINESE);
    assertThat(chinese.keySet()).isEqualTo(english.keySet());
    assertThat(english.keySet()).containsAll(
        Arrays.stream(Mistake.values()).map(mistake -> "mistake." + mistake.name()).toList());
    assertThat(english.keySet()).allSatisfy(key -> assertThat(places(chinese.getString(key))).as(key)
        .isEqualTo(places(english.getString(key))));
  }

  private static ResourceBundle bundle(Locale language) {
    return ResourceBundle.getBundle("dev.xiaoer.replies.messages", language,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  private static Set<String> places(String words) {
    return Pattern.compile("%(\\d\\$)?s").matcher(words).results().map(found -> found.group())
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static List<PackProblem> mistakes(String yaml) {
    return catchThrowableOfType(InvalidPackException.class, () -> RulePacks.read(new StringReader(yaml))).problems();
  }
}
