package dev.xiaoer.replies;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// When somebody is to be on duty. Without windows nothing is known about it.
public record Hours(List<Window> windows) {

  public static final Hours UNKNOWN = new Hours(List.of());

  /// How many days are looked at on both sides of an instant.
  private static final int FAR = 8;

  public Hours {
    windows = List.copyOf(windows);
  }

  /// @param to the same time as `from`, or earlier, is on the day after; midnight ends the day
  public record Window(Set<DayOfWeek> days, LocalTime from, LocalTime to) {

    public Window {
      days = Set.copyOf(days);
    }

    /// In the order of the week.
    Set<DayOfWeek> inOrder() {
      return days.isEmpty() ? Set.of() : EnumSet.copyOf(days);
    }

    private Span on(LocalDate day, ZoneId zone) {
      LocalDate end = to.isAfter(from) ? day : day.plusDays(1);
      return new Span(instant(day, from, zone), instant(end, to, zone));
    }

    private static Instant instant(LocalDate day, LocalTime time, ZoneId zone) {
      return ZonedDateTime.of(day, time, zone).toInstant();
    }
  }

  private record Span(Instant from, Instant to) {

    boolean has(Instant at) {
      return !at.isBefore(from) && at.isBefore(to);
    }
  }

  public boolean areOpen(Instant at, ZoneId zone) {
    return spans(at, zone).stream().anyMatch(span -> span.has(at));
  }

  /// @return when they begin again; null while they are open, and when nothing is known
  public @Nullable Instant openAfter(Instant at, ZoneId zone) {
    return areOpen(at, zone)
        ? null
        : spans(at, zone).stream().map(Span::from).filter(from -> from.isAfter(at))
            .min(Comparator.naturalOrder()).orElse(null);
  }

  /// @return when they ended; null while they are open, and when nothing is known
  public @Nullable Instant closedSince(Instant at, ZoneId zone) {
    return areOpen(at, zone)
        ? null
        : spans(at, zone).stream().map(Span::to).filter(to -> !to.isAfter(at))
            .max(Comparator.naturalOrder()).orElse(null);
  }

  private List<Span> spans(Instant at, ZoneId zone) {
    LocalDate today = at.atZone(zone).toLocalDate();
    var spans = new ArrayList<Span>();
    for (int day = -FAR; day <= FAR; day++) {
      LocalDate date = today.plusDays(day);
      windows.stream().filter(window -> window.days().contains(date.getDayOfWeek()))
          .forEach(window -> spans.add(window.on(date, zone)));
    }
    return spans;
  }
}
