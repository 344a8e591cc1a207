package dev.xiaoer.replies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReplyPackTest {

  private static final String GOOD = """
      first-reception:
        zh-CN: 欢迎光临{shop}
        en: Welcome to {shop}
      queueing:
        zh-CN: 您排在第 {position} 位
        en: You are number {position}
      """;

  @Test
  void aBuyerIsTalkedToInTheirLanguageAndInChineseOtherwise() throws InvalidPackException {
    ReplyPack pack = ReplyPacks.read(new StringReader(GOOD));
    var values = Map.of("shop", "茶铺", "position", "3");
    assertThat(pack.say(ReplyKind.FIRST_RECEPTION, Locale.SIMPLIFIED_CHINESE, values)).isEqualTo("欢迎光临茶铺");
    assertThat(pack.say(ReplyKind.FIRST_RECEPTION, Locale.FRENCH, values)).isEqualTo("欢迎光临茶铺");
    assertThat(pack.say(ReplyKind.QUEUEING, Locale.UK, values)).isEqualTo("You are number 3");
  }

  @Test
  void aValueIsTakenLiterally() throws InvalidPackException {
    ReplyPack pack = ReplyPacks.read(new StringReader(GOOD));
    assertThat(pack.say(ReplyKind.FIRST_RECEPTION, Locale.ENGLISH, Map.of("shop", "$1 \\ {position}")))
        .isEqualTo("Welcome to $1 \\ {position}");
  }

  @Test
  void aMissingValueIsNeverSentAsBraces() throws InvalidPackException {
    ReplyPack pack = ReplyPacks.read(new StringReader(GOOD));
    assertThatThrownBy(() -> pack.say(ReplyKind.QUEUEING, Locale.ENGLISH, Map.of("shop", "Tea")))
        .isInstanceOf(IllegalArgumentException.class).hasMessage("no value for {position}");
  }

  @Test
  void theShippedPackIsComplete() {
    ReplyPack pack = ReplyPacks.shipped();
    for (ReplyKind kind : ReplyKind.values()) {
      for (Locale language : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
        assertThat(pack.say(kind, language, Map.of("shop", "茶铺", "position", "3"))).isNotBlank()
            .doesNotContain("{");
      }
    }
  }

  @Test
  void everyMistakeIsToldWithItsLine() {
    assertThat(mistakes(GOOD.replace("Welcome to {shop}", "You are {position}")))
        .containsExactly(new PackProblem(3, "'first-reception' knows no {position}"));
    assertThat(mistakes(GOOD.replace("queueing:", "queuing:")))
        .containsExactly(new PackProblem(4, "there is no kind 'queuing'"),
            new PackProblem(1, "'queueing' is missing"));
    assertThat(mistakes(GOOD.replace("  en: You are number {position}\n", "  fr: Bonjour\n")))
        .containsExactly(new PackProblem(6, "there is no language 'fr', only zh-CN and en"),
            new PackProblem(5, "'queueing' has no text in en"));
    assertThat(mistakes(GOOD.replace("欢迎光临{shop}", "''")))
        .containsExactly(new PackProblem(2, "the text is empty"));
    assertThat(mistakes(GOOD + "queueing: {zh-CN: 一, en: one}\n"))
        .containsExactly(new PackProblem(7, "'queueing' is there twice"));
  }

  @Test
  void whatIsNoPackIsRefused() {
    assertThat(mistakes("")).contains(new PackProblem(1, "a pack maps kinds to texts"));
    assertThat(mistakes("- one\n- two\n")).contains(new PackProblem(1, "a pack maps kinds to texts"));
    assertThat(mistakes("first-reception: [\n")).singleElement()
        .satisfies(problem -> assertThat(problem.reason()).startsWith("this is no YAML"));
    assertThat(mistakes(GOOD.replace("Welcome to {shop}", "!!java.net.URL [http://localhost]"))).isNotEmpty();
  }

  private static List<PackProblem> mistakes(String yaml) {
    return catchThrowableOfType(InvalidPackException.class, () -> ReplyPacks.read(new StringReader(yaml))).problems();
  }
}
