package dev.xiaoer.replies.faq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.replies.AutoReplies;
import dev.xiaoer.replies.Suggestion;
import dev.xiaoer.replies.pack.RulePacks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the FAQ of the demo's shop finds, held against what it should find. The bounds are what was reached, never lower.
class GoldenQuestionsTest {

  private static final Path QUESTIONS = Path.of("src/test/resources/golden/questions.zh-CN.txt");
  private static final String NONE = "-";

  private final AutoReplies desk = new AutoReplies(RulePacks.demo().in(Locale.CHINESE));

  /// @param unseen whether it was written after everything was tuned
  private record Golden(String wanted, String question, boolean unseen) {

    static Golden of(String line) {
      String[] parts = line.split("\t", 2);
      boolean unseen = parts[0].startsWith("*");
      return new Golden(unseen ? parts[0].substring(1) : parts[0], parts[1], unseen);
    }
  }

  private record Outcome(Golden golden, String found) {

    boolean isRight() {
      return golden.wanted().equals(found);
    }
  }

  @Test
  void questionsFindTheirAnswersAndOtherTalkFindsNone() throws IOException {
    List<Outcome> tuned = outcomes(false);
    assertThat(tuned).hasSizeGreaterThan(160);
    assertThat(precision(tuned)).as("right among those found: %s", wrong(tuned)).isGreaterThanOrEqualTo(0.98);
    assertThat(recall(tuned)).as("right among those that have one: %s", wrong(tuned)).isGreaterThanOrEqualTo(0.96);
  }

  @Test
  void theSameHoldsForQuestionsNobodyTunedFor() throws IOException {
    List<Outcome> unseen = outcomes(true);
    assertThat(unseen).hasSizeGreaterThan(40);
    assertThat(precision(unseen)).as("right among those found: %s", wrong(unseen)).isGreaterThanOrEqualTo(0.92);
    assertThat(recall(unseen)).as("right among those that have one: %s", wrong(unseen)).isGreaterThanOrEqualTo(0.82);
  }

  @ParameterizedTest
  @CsvSource({"When will you ship my order?, ship-time", "how many days until it arrives, arrive",
    "Can I return this?, return", "how do I clean the tea stains, tea-stain", "there is rust in my kettle, iron-rust",
    "do you ship abroad, abroad", "Do you have a gift box?, gift", "What is the weather today?, -", "tell me a joke, -",
    "I forgot my password, -", "who won the match, -", "thanks, -"})
  void englishQuestionsFindTheirs(String question, String wanted) {
    var english = new AutoReplies(RulePacks.demo().in(Locale.ENGLISH));
    assertThat(english.suggest(question, "Xiaoer Teaware", 1).stream().map(Suggestion::entry).findFirst().orElse(NONE))
        .isEqualTo(wanted);
  }

  private List<Outcome> outcomes(boolean unseen) throws IOException {
    return Files.readAllLines(QUESTIONS).stream().filter(line -> !line.startsWith("#")).map(Golden::of)
        .filter(one -> one.unseen() == unseen)
        .map(one -> new Outcome(one,
            desk.suggest(one.question(), "小二茶具", 1).stream().map(Suggestion::entry).findFirst().orElse(NONE)))
        .toList();
  }

  private static double precision(List<Outcome> outcomes) {
    List<Outcome> found = outcomes.stream().filter(one -> !one.found().equals(NONE)).toList();
    return (double) found.stream().filter(Outcome::isRight).count() / found.size();
  }

  private static double recall(List<Outcome> outcomes) {
    List<Outcome> known = outcomes.stream().filter(one -> !one.golden().wanted().equals(NONE)).toList();
    return (double) known.stream().filter(Outcome::isRight).count() / known.size();
  }

  private static List<String> wrong(List<Outcome> outcomes) {
    return outcomes.stream().filter(one -> !one.isRight())
        .map(one -> one.golden().question() + ": " + one.found() + " instead of " + one.golden().wanted()).toList();
  }
}
