package dev.xiaoer.attachments;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayNameTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, value = {
    "a.png|a.png",
    "../../../etc/passwd.png|passwd.png",
    "/etc/cron.d/a.png|a.png",
    "C:\\Windows\\System32\\a.png|a.png",
    "..\\a.png|a.png",
    "CON.png|_CON.png",
    "con.tar.png|_con.tar.png",
    "lpt1.png|_lpt1.png",
    "console.png|console.png",
    "a;rm -rf.png|a_rm -rf.png",
    "a\"; filename=\"b.png|a__ filename=_b.png",
    "a<b>c.png|a_b_c.png",
    "a:b.png|a_b.png",
    "..a.png|a.png",
    ".png|file.png",
    "a .png|a.png",
    "A.PNG|A.png",
    "商品 图片.png|商品 图片.png",
    "cafe\u0301.png|café.png",
    "👩‍👧.png|👩‍👧.png",
    "a\u202Egpj.png|agpj.png",
    "a\u2066\u2069\u200Bb.png|ab.png",
    "a\uD800b.png|ab.png",
    "a\u0000.png|a.png"})
  void aNameIsCleaned(String declared, String shown) {
    assertThat(DisplayName.of(declared).as(FileKind.PNG)).isEqualTo(shown);
  }

  @Test
  void aNameHasNoLines() {
    assertThat(DisplayName.of("a\r\nSet-Cookie.png").as(FileKind.PNG)).isEqualTo("a  Set-Cookie.png");
    assertThat(DisplayName.of("a\u0085\u2028b.png").as(FileKind.PNG)).isEqualTo("a b.png");
  }

  @Test
  void aLongNameKeepsItsBeginningAndItsExtension() {
    assertThat(DisplayName.of("很".repeat(300) + ".png").as(FileKind.PNG)).isEqualTo("很".repeat(100) + ".png");
    assertThat(DisplayName.of("😀".repeat(300) + ".png").as(FileKind.PNG)).isEqualTo("😀".repeat(100) + ".png");
  }

  @Test
  void aNameFollowsWhatTheFileHasBecome() {
    assertThat(DisplayName.of("a.webp").as(FileKind.JPEG)).isEqualTo("a.jpg");
    assertThat(DisplayName.of("a.jpeg").as(FileKind.JPEG)).isEqualTo("a.jpeg");
  }

  @Property
  void noNameIsAPathOrTooLongOrHasAControl(@ForAll String declared) {
    String shown = DisplayName.of(declared).as(FileKind.PNG);

    assertThat(shown).doesNotContain("/", "\\", "..png", "\"").endsWith(".png").hasSizeLessThan(210);
    assertThat(shown.chars().noneMatch(Character::isISOControl)).isTrue();
  }
}
