package dev.xiaoer.replies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class WordingTest {

  @Property(tries = 300)
  void valuesAreInsertedLiterally(@ForAll String shop, @ForAll String buyer) {
    assertThat(Wording.of("{shop}，{买家昵称}！{店铺}").filled(Map.of(Variable.SHOP, shop, Variable.BUYER, buyer)))
        .isEqualTo(shop + "，" + buyer + "！" + shop);
  }

  @Test
  void aValueThatLooksLikeAVariableIsNone() {
    assertThat(Wording.of("{shop}").filled(Map.of(Variable.SHOP, "$1 \\ {buyer}", Variable.BUYER, "Anna")))
        .isEqualTo("$1 \\ {buyer}");
  }

  @Test
  void aMissingValueIsNeverSaidAsBraces() {
    assertThat(Wording.of("你好{buyer}").filled(Map.of(Variable.SHOP, "茶铺"))).isNull();
  }
}
