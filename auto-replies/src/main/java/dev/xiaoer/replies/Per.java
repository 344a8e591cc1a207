package dev.xiaoer.replies;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Within what the times of a reply are counted.
public enum Per {
  CONVERSATION,
  /// From a buyer's first unanswered message to a person's answer.
  WAIT,
  /// From an agent's leaving to the return.
  ABSENCE,
  /// While nobody is on duty.
  CLOSED_PERIOD,
  /// A day of the desk's time zone.
  DAY;

  /// Its name in a pack.
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Whether the count outlives the conversation.
  boolean isOfBuyer() {
    return this == CLOSED_PERIOD || this == DAY;
  }

  /// Which one of its kind it is now: another name, and the count begins anew.
  String name(Situation now, ZoneId zone) {
    return switch (this) {
      case CONVERSATION -> "-";
      case WAIT -> since(now.waitingSince());
      case ABSENCE -> now.agent() == null ? "-" : since(now.agent().since()) + " " + now.agent().id();
      case CLOSED_PERIOD -> since(now.closedSince());
      case DAY -> now.now().atZone(zone).toLocalDate().toString();
    };
  }

  private static String since(@Nullable Instant start) {
    return start == null ? "-" : Long.toString(start.toEpochMilli());
  }
}
