package dev.xiaoer.phrases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhraseListTest {

  private final PhraseList list = new PhraseList(List.of("最便宜", "加微信", "加 VX", "Best price", "全网最低"));

  @ParameterizedTest
  @CsvSource({
    "我们家最便宜了, 最便宜",
    "最 便 宜, 最便宜",
    "最　便\t宜, 最便宜",
    "最\u200B便宜, 最便宜",
    "'先 加 微 信 吧', 加微信",
    "加vx聊, 加 VX",
    "加ＶＸ聊, 加 VX",
    "加 Vx, 加 VX",
    "the BEST  price, Best price",
    "the ｂｅｓｔ price, Best price",
    "全网最低，最便宜, 全网最低"})
  void whatIsForbiddenIsFoundHoweverItIsWritten(String text, String phrase) {
    assertThat(list.firstIn(text)).isEqualTo(phrase);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "便宜", "最，便宜", "bestprice", "微信加好友", "加v", "在吗？"})
  void everythingElseIsNot(String text) {
    assertThat(list.firstIn(text)).isNull();
  }

  @Test
  void anEmptyListForbidsNothing() {
    assertThat(new PhraseList(List.of()).firstIn("最便宜")).isNull();
    assertThat(new PhraseList(List.of(" ", "\u200B")).firstIn("最 便宜")).isNull();
  }

  @Test
  void twoThousandPhrasesInTheLongestMessageTakeNoTime() {
    var many = new PhraseList(IntStream.range(0, 2_000).mapToObj(i -> "禁用语" + i + "号").toList());
    String text = "禁用语".repeat(1_300) + "禁用语1999号";
    Assertions.assertTimeout(Duration.ofSeconds(1), () -> {
      for (int i = 0; i < 100; i++) {
        assertThat(many.firstIn(text)).isEqualTo("禁用语1999号");
      }
    });
  }
}
