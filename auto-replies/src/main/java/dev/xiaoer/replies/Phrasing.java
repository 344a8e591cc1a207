package dev.xiaoer.replies;

import dev.xiaoer.replies.text.Words;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Times as people say them.
record Phrasing(Words words, ZoneId zone) {

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  /// A time that is near: today's is the time alone.
  String at(Instant instant, Instant now) {
    ZonedDateTime then = instant.atZone(zone);
    LocalDate today = now.atZone(zone).toLocalDate();
    String clock = CLOCK.format(then);
    if (then.toLocalDate().equals(today)) {
      return clock;
    }
    return then.toLocalDate().equals(today.plusDays(1))
        ? words.of("time.tomorrow", clock)
        : DateTimeFormatter.ofPattern(words.of("time.day"), words.language()).format(then);
  }

  String length(Duration length) {
    long seconds = Math.max(1, length.toSeconds());
    return seconds < 90
        ? words.of("time.seconds", Long.toString(seconds))
        : words.of("time.minutes", Long.toString((seconds + 59) / 60));
  }

  String hours(Hours hours) {
    return hours.windows().stream()
        .map(window -> words.of("hours.window", days(window.inOrder()), CLOCK.format(window.from()), end(window.to())))
        .collect(Collectors.joining(words.of("hours.and")));
  }

  private static String end(LocalTime to) {
    return to.equals(LocalTime.MIDNIGHT) ? "24:00" : CLOCK.format(to);
  }

  private String days(Set<DayOfWeek> days) {
    if (days.size() == DayOfWeek.values().length) {
      return words.of("hours.daily");
    }
    var runs = new ArrayList<List<DayOfWeek>>();
    for (DayOfWeek day : days) {
      if (runs.isEmpty() || runs.getLast().getLast().getValue() + 1 != day.getValue()) {
        runs.add(new ArrayList<>());
      }
      runs.getLast().add(day);
    }
    return runs.stream().map(this::run).collect(Collectors.joining(words.of("hours.comma")));
  }

  private String run(List<DayOfWeek> run) {
    String first = name(run.getFirst());
    return run.size() == 1 ? first : words.of("hours.range", first, name(run.getLast()));
  }

  private String name(DayOfWeek day) {
    return day.getDisplayName(TextStyle.SHORT, words.language());
  }
}
