package dev.xiaoer.groups;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HoursTest {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static Span span(String from, String to) {
    return new Span(LocalTime.parse(from), LocalTime.parse(to));
  }

  private static Map<DayOfWeek, List<Span>> everyDay(Span... spans) {
    var week = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      week.put(day, List.of(spans));
    }
    return week;
  }

  private static Instant at(ZoneId zone, String local) {
    return LocalDateTime.parse(local).atZone(zone).toInstant();
  }

  private static @Nullable String opens(Hours hours, Instant from) {
    Instant next = hours.opensNext(from);
    return next == null ? null : LocalDateTime.ofInstant(next, hours.zone()).toString();
  }

  @Test
  void anEmptyWeekIsAlwaysOpenButOnDaysThatAreNamed() {
    Instant now = at(SHANGHAI, "2026-02-17T03:00");
    assertThat(Hours.always(SHANGHAI).isOpen(now)).isTrue();
    assertThat(Hours.always(SHANGHAI).opensNext(now)).isEqualTo(now);
    var newYear = new Hours(SHANGHAI, Map.of(),
        List.of(new ExceptionDay(LocalDate.of(2026, 2, 17), List.of(), "春节")));
    assertThat(newYear.isOpen(now)).isFalse();
    assertThat(opens(newYear, now)).isEqualTo("2026-02-18T00:00");
  }

  @Test
  void severalSpansOfADayAreOpenAndWhatIsBetweenIsNot() {
    var hours = new Hours(SHANGHAI, Map.of(DayOfWeek.MONDAY, List.of(span("09:00", "12:00"), span("14:00", "18:00"))),
        List.of());
    assertThat(hours.isOpen(at(SHANGHAI, "2026-11-30T08:59:59.999"))).isFalse();
    assertThat(hours.isOpen(at(SHANGHAI, "2026-11-30T09:00"))).isTrue();
    assertThat(hours.isOpen(at(SHANGHAI, "2026-11-30T11:59:59.999"))).isTrue();
    assertThat(hours.isOpen(at(SHANGHAI, "2026-11-30T12:00"))).isFalse();
    assertThat(opens(hours, at(SHANGHAI, "2026-11-30T12:00"))).isEqualTo("2026-11-30T14:00");
    assertThat(opens(hours, at(SHANGHAI, "2026-11-30T18:00"))).isEqualTo("2026-12-07T09:00");
    assertThat(hours.isOpen(at(SHANGHAI, "2026-12-01T10:00"))).as("a day without hours").isFalse();
  }

  /// Rule A1: 20:00–08:00 is a shift.
  @Test
  void aSpanAcrossMidnightBelongsToTheDayItBeginsOn() {
    var hours = new Hours(SHANGHAI, everyDay(span("20:00", "08:00")),
        List.of(new ExceptionDay(LocalDate.of(2026, 10, 1), List.of(), "国庆")));
    assertThat(hours.isOpen(at(SHANGHAI, "2026-10-01T07:59"))).as("the night before the holiday").isTrue();
    assertThat(hours.isOpen(at(SHANGHAI, "2026-10-01T08:00"))).isFalse();
    assertThat(hours.isOpen(at(SHANGHAI, "2026-10-01T23:00"))).isFalse();
    assertThat(hours.isOpen(at(SHANGHAI, "2026-10-02T03:00"))).isFalse();
    assertThat(opens(hours, at(SHANGHAI, "2026-10-01T08:00"))).isEqualTo("2026-10-02T20:00");
  }

  @Test
  void aDayThatIsWorkedInsteadHasItsOwnHours() {
    var week = Map.of(DayOfWeek.FRIDAY, List.of(span("09:00", "18:00")));
    var hours = new Hours(SHANGHAI, week, List.of(
        new ExceptionDay(LocalDate.of(2026, 10, 10), List.of(span("10:00", "00:00")), "调休"),
        new ExceptionDay(LocalDate.of(2026, 10, 9), List.of(), "休息")));
    assertThat(opens(hours, at(SHANGHAI, "2026-10-09T00:00"))).isEqualTo("2026-10-10T10:00");
    assertThat(hours.isOpen(at(SHANGHAI, "2026-10-10T23:59"))).isTrue();
    assertThat(hours.isOpen(at(SHANGHAI, "2026-10-11T00:00"))).isFalse();
  }

  @Test
  void whatNeverOpensSaysSo() {
    var hours = new Hours(SHANGHAI, Map.of(DayOfWeek.MONDAY, List.of()), List.of());
    assertThat(hours.isOpen(Instant.EPOCH)).isFalse();
    assertThat(hours.opensNext(Instant.EPOCH)).isNull();
  }

  /// On 29 March 2026 there is no 02:30 in Berlin.
  @Test
  void anHourThatTheClocksSkipIsNoHourToBeOpenIn() {
    var hours = new Hours(BERLIN, everyDay(span("02:30", "04:00")), List.of());
    Instant before = at(BERLIN, "2026-03-29T01:59");
    assertThat(opens(hours, before)).isEqualTo("2026-03-29T03:00");
    assertThat(hours.opensNext(before)).isEqualTo(Instant.parse("2026-03-29T01:00:00Z"));
    var inside = new Hours(BERLIN, everyDay(span("02:15", "02:45")), List.of());
    assertThat(opens(inside, before)).isEqualTo("2026-03-30T02:15");
  }

  /// On 25 October 2026 Berlin has 02:00–03:00 twice.
  @Test
  void anHourThatTheClocksRepeatCountsTwice() {
    var hours = new Hours(BERLIN, everyDay(span("02:00", "02:30")), List.of());
    assertThat(hours.isOpen(Instant.parse("2026-10-25T00:10:00Z"))).isTrue();
    assertThat(hours.isOpen(Instant.parse("2026-10-25T00:40:00Z"))).isFalse();
    assertThat(hours.opensNext(Instant.parse("2026-10-25T00:40:00Z"))).isEqualTo(Instant.parse("2026-10-25T01:00:00Z"));
    var late = new Hours(BERLIN, everyDay(span("20:00", "02:30")), List.of());
    assertThat(late.opensNext(Instant.parse("2026-10-25T00:40:00Z"))).as("02:40 becomes 02:00 again")
        .isEqualTo(Instant.parse("2026-10-25T01:00:00Z"));
  }

  /// Compared with going from quarter to quarter, in zones whose clocks are changed and in one whose are not.
  @Test
  void theNextOpeningIsTheFirstMomentThatIsOpen() {
    long seed = 42;
    var chance = new Random(seed);
    for (int i = 0; i < 300; i++) {
      ZoneId zone = List.of(SHANGHAI, BERLIN, ZoneId.of("America/New_York"), ZoneOffset.UTC).get(i % 4);
      Instant from = at(zone, i % 8 < 4 ? "2026-03-07T00:00" : "2026-10-24T00:00")
          .plus(Duration.ofMinutes(15L * chance.nextInt(4 * 24 * 10)));
      Hours hours = any(chance, zone);
      Instant open = from;
      while (!hours.isOpen(open) && open.isBefore(from.plus(Duration.ofDays(15)))) {
        open = open.plus(Duration.ofMinutes(15));
      }
      Instant next = hours.opensNext(from);
      if (hours.isOpen(open)) {
        assertThat(next).as("seed %d, case %d: %s from %s", seed, i, hours, from).isEqualTo(open);
      }
    }
  }

  private static Hours any(Random chance, ZoneId zone) {
    var week = new HashMap<DayOfWeek, List<Span>>();
    for (DayOfWeek day : DayOfWeek.values()) {
      var spans = new ArrayList<Span>();
      for (int i = chance.nextInt(3); i > 0; i--) {
        LocalTime from = LocalTime.MIDNIGHT.plusMinutes(15L * chance.nextInt(96));
        spans.add(new Span(from, from.plusMinutes(15L * (1 + chance.nextInt(40)))));
      }
      week.put(day, spans);
    }
    return new Hours(zone, week, List.of());
  }
}
