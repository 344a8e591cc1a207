package dev.xiaoer.groups;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// When a group is there for buyers, whoever is on duty. The clocks of the zone decide: an hour that they skip is no hour
/// to be open in, one that they repeat counts twice.
///
/// @param week a day that is not named is closed; an empty week is always open
/// @param exceptions these days instead
public record Hours(ZoneId zone, Map<DayOfWeek, List<Span>> week, List<ExceptionDay> exceptions) {

  private static final int FARTHEST_DAYS = 400;

  public Hours {
    var copy = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
    week.forEach((day, spans) -> copy.put(day, List.copyOf(spans)));
    week = Map.copyOf(copy);
    exceptions = List.copyOf(exceptions);
  }

  public static Hours always(ZoneId zone) {
    return new Hours(zone, Map.of(), List.of());
  }

  public boolean anyTime() {
    return week.isEmpty() && exceptions.isEmpty();
  }

  public boolean isOpen(Instant at) {
    LocalDateTime now = LocalDateTime.ofInstant(at, zone);
    LocalTime time = now.toLocalTime();
    return spans(now.toLocalDate()).stream()
        .anyMatch(span -> !time.isBefore(span.from()) && (span.endsNextDay() || time.isBefore(span.to())))
        || spans(now.toLocalDate().minusDays(1)).stream()
            .anyMatch(span -> span.endsNextDay() && time.isBefore(span.to()));
  }

  /// @return `at` itself while open; null when it does not open in more than a year
  public @Nullable Instant opensNext(Instant at) {
    if (isOpen(at)) {
      return at;
    }
    LocalDate today = LocalDate.ofInstant(at, zone);
    return LongStream.range(0, FARTHEST_DAYS)
        .mapToObj(today::plusDays)
        .flatMap(day -> beginnings(day).filter(begin -> begin.isAfter(at) && isOpen(begin)).sorted().limit(1))
        .findFirst()
        .orElse(null);
  }

  /// When it may begin to be open on a day: where a span does, or where the clocks are changed.
  private Stream<Instant> beginnings(LocalDate day) {
    Stream<Instant> ofSpans = spans(day).stream()
        .map(span -> day.atTime(span.from()))
        .flatMap(begin -> zone.getRules().getValidOffsets(begin).stream().map(begin::toInstant));
    ZoneOffsetTransition change = zone.getRules().nextTransition(day.atStartOfDay(zone).toInstant().minusSeconds(1));
    return change == null || !LocalDate.ofInstant(change.getInstant(), zone).equals(day)
        ? ofSpans
        : Stream.concat(ofSpans, Stream.of(change.getInstant()));
  }

  /// Those that begin on a day.
  private List<Span> spans(LocalDate day) {
    for (ExceptionDay exception : exceptions) {
      if (exception.date().equals(day)) {
        return exception.spans();
      }
    }
    return week.isEmpty() ? List.of(Span.WHOLE_DAY) : week.getOrDefault(day.getDayOfWeek(), List.of());
  }
}
