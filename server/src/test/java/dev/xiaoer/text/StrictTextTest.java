package dev.xiaoer.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.protocol.Refusal;
import java.text.Normalizer;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictTextTest {

  @ParameterizedTest
  @ValueSource(strings = {"在吗", "Hello, world!", "a\tb\nc",
    "👩‍👩‍👧‍👦 ❤️ 🇨🇳 👍🏽 🏴\uDB40\uDC67\uDB40\uDC62\uDB40\uDC7F", "ＡＢＣ１２３，。！", "𠮷野家",
    "नमस्ते क्ष", "مرحبا", "שלום\u200F!", "한국어", "こんにちは ガギグ", "①②㎡ﬁ", "  in the middle  ", "<script>alert(1)</script>",
    "x\u0323\u0302\u0300", "\uE000 private"})
  void ordinaryTextIsKeptAsItIs(String text) {
    assertThat(StrictText.check(text)).isEqualTo(new Verdict.Clean(text));
  }

  @Test
  void textThatNeedsNoRepairIsNotEvenCopied() {
    for (String text : new String[]{"在吗？", "Grüße 👍", "हिन्दी"}) {
      assertThat(StrictText.check(text)).isInstanceOfSatisfying(Verdict.Clean.class,
          clean -> assertThat(clean.text()).isSameAs(text));
    }
  }

  @Test
  void marksAreComposed() {
    assertThat(StrictText.check("cafe\u0301")).isEqualTo(new Verdict.Clean("café"));
    assertThat(StrictText.check("\u1112\u1161\u11AB")).isEqualTo(new Verdict.Clean("한"));
    assertThat(StrictText.check("か\u3099")).isEqualTo(new Verdict.Clean("が"));
    assertThat(StrictText.check("\u212B")).isEqualTo(new Verdict.Clean("Å"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nb", "a\rb", "a\u0085b", "a\u2028b", "a\u2029b", "a\nb"})
  void everyLineEndIsOne(String text) {
    assertThat(StrictText.check(text)).isEqualTo(new Verdict.Clean("a\nb"));
  }

  @ParameterizedTest
  @MethodSource
  void isBad(int codePoint) {
    for (String text : new String[]{"%s", "a%s", "%sa", "在%s吗", "cafe\u0301%s"}) {
      assertThat(StrictText.check(text.formatted(Character.toString(codePoint))))
          .isEqualTo(new Verdict.Refused(Refusal.BAD_TEXT));
    }
  }

  static Stream<Integer> isBad() {
    return Stream.of(0, 1, 7, 8, 0x0B, 0x0C, 0x1B, 0x1F, 0x7F, 0x80, 0x84, 0x86, 0x9F, 0x202A, 0x202B, 0x202C, 0x202D,
        0x202E, 0x2066, 0x2067, 0x2068, 0x2069, 0xD800, 0xDBFF, 0xDC00, 0xDFFF, 0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFE,
        0x10FFFF);
  }

  @Test
  void aPairTheWrongWayRoundIsBad() {
    assertThat(StrictText.check("\uDE00\uD83D")).isEqualTo(new Verdict.Refused(Refusal.BAD_TEXT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t \r\n", "\u3000\u00A0\u2003", "\u200B\u200D\uFEFF", "\u2800", "\u3164",
    "\uFE0F", "\u2028"})
  void whereNothingIsToBeSeenThereIsNoText(String text) {
    assertThat(StrictText.check(text)).isEqualTo(new Verdict.Refused(Refusal.TEXT_EMPTY));
  }

  @Test
  void fourThousandCodePointsAreEnough() {
    assertThat(StrictText.check("很".repeat(4_000))).isInstanceOf(Verdict.Clean.class);
    assertThat(StrictText.check("很".repeat(4_001))).isEqualTo(new Verdict.Refused(Refusal.TEXT_TOO_LONG));
    assertThat(StrictText.check("😀".repeat(4_000))).isInstanceOf(Verdict.Clean.class);
    assertThat(StrictText.check("😀".repeat(4_001))).isEqualTo(new Verdict.Refused(Refusal.TEXT_TOO_LONG));
    assertThat(StrictText.check("a".repeat(1_000_000))).isEqualTo(new Verdict.Refused(Refusal.TEXT_TOO_LONG));
  }

  @Test
  void aTextIsMeasuredAsItIsKept() {
    assertThat(StrictText.check("e\u0301".repeat(4_000))).isEqualTo(new Verdict.Clean("é".repeat(4_000)));
    assertThat(StrictText.check("a\r\n".repeat(2_000))).isEqualTo(new Verdict.Clean("a\n".repeat(2_000)));
    assertThat(StrictText.check("\u03B1\u0313\u0300\u0345".repeat(4_000)))
        .isEqualTo(new Verdict.Clean("\u1F82".repeat(4_000)));
  }

  @Test
  void codePointsCalledPlainNeverChangeWhateverStandsBesideThem() {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      if (CodePoints.isPlain(c) && !CodePoints.isForbidden(c)) {
        String one = Character.toString(c);
        for (String beside : new String[]{"", "a", "e", "か", "\u1100", "가", "α", one}) {
          assertThat(Normalizer.isNormalized(beside + one, Normalizer.Form.NFC)).as("U+%X", c).isTrue();
        }
      }
    }
  }

  @Property(tries = 5_000)
  void whatIsKeptObeysEveryRule(@ForAll("texts") String text) {
    switch (StrictText.check(text)) {
      case Verdict.Clean(String clean) -> {
        assertThat(Normalizer.isNormalized(clean, Normalizer.Form.NFC)).isTrue();
        assertThat(clean.codePoints()).noneMatch(CodePoints::isForbidden).noneMatch(CodePoints::isForeignLineEnd);
        assertThat(clean.codePointCount(0, clean.length())).isBetween(1, StrictText.MAX_CODE_POINTS);
        assertThat(clean.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(StrictText.MAX_BYTES);
        assertThat(new String(clean.getBytes(UTF_8), UTF_8)).isEqualTo(clean);
        assertThat(StrictText.check(clean)).isEqualTo(new Verdict.Clean(clean));
      }
      case Verdict.Refused(Refusal code) ->
        assertThat(code).isIn(Refusal.BAD_TEXT, Refusal.TEXT_EMPTY, Refusal.TEXT_TOO_LONG);
    }
  }

  @Property(tries = 5_000)
  void theFastWayAndTheLongWayAgree(@ForAll("texts") String text) {
    boolean bad = text.codePoints().anyMatch(CodePoints::isForbidden);
    String repaired = Normalizer.normalize(text.replaceAll("\r\n|[\r\u0085\u2028\u2029]", "\n"), Normalizer.Form.NFC);
    Verdict expected = bad
        ? new Verdict.Refused(Refusal.BAD_TEXT)
        : repaired.codePoints().allMatch(CodePoints::isBlank)
            ? new Verdict.Refused(Refusal.TEXT_EMPTY)
            : new Verdict.Clean(repaired);
    assertThat(StrictText.check(text)).isEqualTo(expected);
  }

  /// Mostly what people write, with now and then what they should not.
  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> pieces = Arbitraries.frequencyOf(
        Tuple.of(8, Arbitraries.of("在吗", "a", " ", "，", "😀", "👩‍👧", "\n", "가", "が", "é", "Ａ")),
        Tuple.of(4, Arbitraries.of("\u0301", "\u0323", "\u3099", "\u11A8", "\r\n", "\r", "\u2028", "\u212B", "\uFE0F")),
        Tuple.of(2, Arbitraries.integers().between(0xA0, 0x10FFFF)
            .filter(c -> c < 0xD800 || c > 0xDFFF).map(Character::toString)),
        Tuple.of(1, Arbitraries.chars().map(String::valueOf)));
    return pieces.list().ofMaxSize(12).map(list -> String.join("", list));
  }
}
