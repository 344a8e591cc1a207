package dev.xiaoer.groups;

import java.time.LocalTime;

/// A time of a day; it belongs to the day it begins on.
///
/// @param to not within; if it is not after `from` it is on the next day
public record Span(LocalTime from, LocalTime to) {

  public static final Span WHOLE_DAY = new Span(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

  public boolean endsNextDay() {
    return !to.isAfter(from);
  }
}
