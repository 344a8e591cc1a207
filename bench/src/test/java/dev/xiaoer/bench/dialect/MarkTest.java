package dev.xiaoer.bench.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkTest {

  @Test
  void aMarkIsFoundAgainInsideAFrame() {
    Text text = Text.of("{\"b\":\"be\",\"text\":\"" + Mark.of(7, 12_345_678) + " 在吗\"}");
    long mark = Mark.find(text.bytes(), text.length());
    assertThat(Mark.phase(mark)).isEqualTo(7);
    assertThat(Mark.number(mark)).isEqualTo(12_345_678);
  }

  @Test
  void aMarkHasTheFormOfARefOfTheDesk() {
    assertThat(Mark.of(9_999, 0)).matches("[A-Za-z0-9_-]{16,36}");
  }

  @Test
  void nothingIsFoundWhereNoWholeMarkIs() {
    for (String words : new String[]{"", "bench-", "bench-0001-0000000", "bench-000x-00000001", "你好"}) {
      Text text = Text.of(words);
      assertThat(Mark.find(text.bytes(), text.length())).as(words).isEqualTo(Mark.NONE);
    }
  }
}
