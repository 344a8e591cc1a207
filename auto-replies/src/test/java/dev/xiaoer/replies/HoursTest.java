package dev.xiaoer.replies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.replies.text.Words;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The 24th of November 2026 is a Tuesday.
class HoursTest {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  @ParameterizedTest
  @CsvSource(nullValues = "-", value = {
    "mon-fri 09:00-18:00, 2026-11-24T09:00, true, -, -",
    "mon-fri 09:00-18:00, 2026-11-24T08:59, false, 2026-11-24T09:00, 2026-11-23T18:00",
    "mon-fri 09:00-18:00, 2026-11-24T18:00, false, 2026-11-25T09:00, 2026-11-24T18:00",
    "mon-fri 09:00-18:00, 2026-11-28T12:00, false, 2026-11-30T09:00, 2026-11-27T18:00",
    "daily 20:00-08:00, 2026-11-24T23:10, true, -, -",
    "daily 20:00-08:00, 2026-11-24T07:59, true, -, -",
    "daily 20:00-08:00, 2026-11-24T08:00, false, 2026-11-24T20:00, 2026-11-24T08:00",
    "daily 08:00-24:00, 2026-11-24T23:59, true, -, -",
    "daily 08:00-24:00, 2026-11-25T00:00, false, 2026-11-25T08:00, 2026-11-25T00:00",
    "daily 00:00-24:00, 2026-11-25T00:00, true, -, -"})
  void theyBeginAndEnd(String window, String at, boolean open, @Nullable String next, @Nullable String since) {
    Hours hours = hours(window);
    assertThat(hours.areOpen(instant(at), SHANGHAI)).isEqualTo(open);
    assertThat(hours.openAfter(instant(at), SHANGHAI)).isEqualTo(next == null ? null : instant(next));
    assertThat(hours.closedSince(instant(at), SHANGHAI)).isEqualTo(since == null ? null : instant(since));
  }

  @Test
  void withoutWindowsNothingIsKnown() {
    Instant now = instant("2026-11-24T10:00");
    assertThat(Hours.UNKNOWN.openAfter(now, SHANGHAI)).isNull();
    assertThat(Hours.UNKNOWN.closedSince(now, SHANGHAI)).isNull();
  }

  @Test
  void theyAreSaidAsPeopleSayThem() {
    assertThat(said("mon-fri 09:00-18:00, sat 10:00-24:00", Locale.SIMPLIFIED_CHINESE))
        .isEqualTo("周一至周五 09:00–18:00，周六 10:00–24:00");
    assertThat(said("daily 08:00-24:00", Locale.SIMPLIFIED_CHINESE)).isEqualTo("每天 08:00–24:00");
    assertThat(said("'mon,wed,thu,fri 09:00-18:00'", Locale.ENGLISH)).isEqualTo("Mon, Wed–Fri 09:00–18:00");
  }

  @Test
  void aTimeFarAwayHasItsDay() {
    var phrasing = new Phrasing(Words.in(Locale.SIMPLIFIED_CHINESE), SHANGHAI);
    assertThat(phrasing.at(instant("2026-11-30T09:00"), instant("2026-11-27T19:00"))).isEqualTo("11月30日 09:00");
    assertThat(phrasing.at(instant("2026-11-28T09:00"), instant("2026-11-27T19:00"))).isEqualTo("明天 09:00");
  }

  private static String said(String windows, Locale language) {
    return new Phrasing(Words.in(language), SHANGHAI).hours(hours(windows));
  }

  private static Hours hours(String windows) {
    return Packs.read("language: zh-CN\nhours: [" + windows + "]\nrules: []\n").hours();
  }

  private static Instant instant(String at) {
    return LocalDateTime.parse(at).atZone(SHANGHAI).toInstant();
  }
}
