package dev.xiaoer.groups;

import java.time.LocalDate;
import java.util.List;

/// A day that is not like its weekday.
///
/// @param spans instead of the weekday's; empty for closed
/// @param name of the holiday, for people
public record ExceptionDay(LocalDate date, List<Span> spans, String name) {

  public ExceptionDay {
    spans = List.copyOf(spans);
  }
}
