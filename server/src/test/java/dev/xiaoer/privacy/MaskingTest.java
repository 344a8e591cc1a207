package dev.xiaoer.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;

class MaskingTest {

  private static final Path CASES = Path.of("src/test/resources/golden/masked.json");

  record Case(String text, String masked) {}

  @TestFactory
  Stream<DynamicTest> everyCaseOfTheTable() throws IOException {
    Case[] cases = JsonMapper.shared().readValue(Files.readString(CASES), Case[].class);
    assertThat(cases).hasSizeGreaterThan(40);
    return Stream.of(cases).map(one -> dynamicTest(one.text().isEmpty() ? "nothing" : one.text(),
        () -> assertThat(Masking.masked(one.text())).isEqualTo(one.masked())));
  }

  @Property(tries = 300)
  void whatIsMaskedIsAsLongAndStaysMasked(@ForAll String text) {
    String masked = Masking.masked(text);
    assertThat(masked).hasSameSizeAs(text);
    assertThat(Masking.masked(masked)).isEqualTo(masked);
  }

  @Test
  void ofAHundredOrderNumbersAtMostOneIsMasked() {
    long masked = LongStream.range(0, 10_000)
        .mapToObj(i -> Long.toString(1_000_000_000_000_000_000L + i * 314_159_265_358_979L))
        .filter(number -> !Masking.masked("我买的 " + number).equals("我买的 " + number))
        .count();
    assertThat(masked).isLessThanOrEqualTo(100);
  }

  @Test
  void ofAContactOnlyItsEndsAreShown() {
    assertThat(Masking.contact("13800138000")).isEqualTo("1*********0");
    assertThat(Masking.contact("tea_lover")).isEqualTo("t*******r");
    assertThat(Masking.contact("abc")).isEqualTo("***");
    assertThat(Masking.contact("")).isEmpty();
  }

  @Test
  void aLongTextTakesNoTime() {
    Assertions.assertTimeout(Duration.ofSeconds(2), () -> {
      Masking.masked("1 ".repeat(8_000));
      Masking.masked("1".repeat(16_000));
      Masking.masked("a".repeat(16_000));
      Masking.masked("a.".repeat(8_000) + "@");
    });
  }
}
