package dev.xiaoer.replies.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SynonymsTest {

  private final Synonyms synonyms = new Synonyms(List.of(List.of("退货", "退", "换货"), List.of("退款", "退的钱"),
      List.of("多久", "几天"), List.of("freight", "fee", "delivery fee")));

  @ParameterizedTest
  @CsvSource({"几天能退, '多久 能 退货'", "退的钱几天到, '退款 多久 到'", "退休, 退休", "what is the delivery fee, what is the freight",
    "coffee, coffee", "'', ''"})
  void theFirstStandsForAllWhereWordsBeginAndEnd(String text, String united) {
    assertThat(synonyms.united(text).strip().replaceAll(" +", " ")).isEqualTo(united);
  }
}
