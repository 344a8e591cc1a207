package dev.xiaoer.replies.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

  private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T02:00:00Z"), ZoneOffset.UTC);

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir
  Path folder;

  @Test
  void aHungUpAgentsBuyerIsToldWhatTheDeskWouldSayAndWhy() {
    assertThat(run("try", "--say", "几点发货", "--state", "hung-up", "--at", "2026-11-24T23:10", "--lang", "zh-CN"))
        .isZero();
    assertThat(out()).contains("23:10:00  买家  几点发货")
        .contains("23:10:00  自动  亲，小青有急事离开一下，23:15 前回来。")
        .contains("23:10:00  自动  亲，下午 16:30 以前付款的订单当天发出")
        .contains("hung-up（hung-up）：客服挂起时，买家发来消息；已说")
        .contains("ship-today（keyword）：买家的话里有 `keywords` 中的某一个【发货】；已说")
        .contains("向客服推荐：什么时候发货？（");
    assertThat(err()).isEmpty();
  }

  @Test
  void severalMessagesShowTheLimits() {
    assertThat(run("try", "--say", "hello", "--say", "hello", "--waited", "90s", "--closing", "--lang", "en")).isZero();
    assertThat(out()).containsSubsequence("10:00:00  desk   Welcome to", "anybody-there (keyword)", "; said",
        "10:00:01  desk   (nothing)", "it was said too short a while ago",
        "10:01:30  no person has answered for 90s", "is looking into it", "the conversation is closed", "Thank you");
  }

  @Test
  void withoutAStateTheHoursDecide() {
    assertThat(run("try", "--say", "你好", "--at", "2026-11-25T03:00", "--lang", "zh-CN")).isZero();
    assertThat(out()).contains("08:00 上班后马上回复您");
  }

  @Test
  void aPackOfOnesOwnIsTried() throws IOException {
    Path pack = pack("language: en\nrules: [{ id: busy, kind: busy, text: 'one moment, {agent} is busy' }]\n");
    assertThat(run("try", pack.toString(), "--say", "x", "--state", "busy", "--agent", "Qing", "--lang", "en"))
        .isZero();
    assertThat(out()).contains("one moment, Qing is busy");
  }

  @Test
  void whoseWordsTheyAreIsTold() throws IOException {
    Path pack = pack("""
        language: en
        extends: shipped
        overrides: { groups: { presales: { closing: { text: Bye } } } }
        """);
    assertThat(run("try", pack.toString(), "--closing", "--group", "presales", "--lang", "en")).isZero();
    assertThat(out()).contains("desk   Bye").contains("the words are those of the group");
  }

  @Test
  void aGoodPackIsCounted() throws IOException {
    Path pack = pack("language: en\nextends: shipped\n");
    assertThat(run("check", pack.toString(), "--lang", "en")).isZero();
    assertThat(out()).contains(pack + ": good. en, 13 rules, 14 keywords, 0 answers");
  }

  @Test
  void mistakesAreToldWithTheirPlaceInTheLanguageAskedFor() throws IOException {
    Path pack = pack("language: en\nrules:\n  - { id: a, kind: busy, text: '' }\n  - { id: a, kind: rude }\n");
    assertThat(run("check", pack.toString(), "--lang", "en")).isEqualTo(Main.MISTAKES);
    assertThat(err()).contains(pack + ":3:32: the text is empty").contains(pack + ":4:11: the id 'a' is taken")
        .contains(pack + ":4:20: there is no kind 'rude'").contains("3 mistakes");
    err.reset();
    assertThat(run("try", pack.toString(), "--say", "x", "--lang", "zh-CN")).isEqualTo(Main.MISTAKES);
    assertThat(err()).contains(pack + ":3:32: 文字是空的").contains("共 3 处错误");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "help", "check", "try", "try --say", "try --shout x", "try --say x --state asleep",
    "try --say x --at noon", "try --say x --waited long", "try --say x --position 0", "try --say x --lang !",
    "check no-such-file.yaml"})
  void whatCannotBeDoneIsSaidAndNotDone(String line) {
    assertThat(run(line.isEmpty() ? new String[0] : line.split(" "))).isEqualTo(Main.MISUSED);
    assertThat(err()).isNotBlank();
    assertThat(out()).isEmpty();
  }

  private Path pack(String yaml) throws IOException {
    return Files.writeString(folder.resolve("pack.yaml"), yaml);
  }

  private int run(String... arguments) {
    return new Main(new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        CLOCK, Locale.ENGLISH).run(List.of(arguments));
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
