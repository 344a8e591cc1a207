package dev.xiaoer.replies.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {

  @ParameterizedTest
  @CsvSource({"发 货, 发货", "发　货？, 发货?", "ＶＩＰ, vip", "ｶﾞ, ガ", "'a   b', a b", "'加 vx', 加vx", "'ＡＢ１２，', 'ab12,'"})
  void formsOfTheSameTextBecomeOne(String text, String folded) {
    assertThat(Folding.folded(text)).isEqualTo(folded);
  }

  @Property(tries = 500)
  void whatIsFoldedStaysAsItIs(@ForAll String text) {
    String folded = Folding.folded(Folding.folded(text));
    assertThat(Folding.folded(folded)).isEqualTo(folded);
  }
}
