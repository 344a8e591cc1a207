package dev.xiaoer.availability;

import dev.xiaoer.timers.Timer;
import dev.xiaoer.timers.TimerHandler;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// Lets a seat know that a time has come. What is made of it is decided then: it may mean nothing any more.
record SeatTimer(SeatEvent.Found event, RedisAvailability availability) implements TimerHandler {

  static final String WARNING = "hang-up-warning";
  static final String HANG_UP = "hang-up";
  static final String BREAK = "break";
  static final String HOLD = "break-hold";
  static final String SERVED = "served";
  static final String CROWDED = "crowded";

  /// The kind of timer that an event ends; null when there is none.
  static @Nullable String kindOf(SeatEvent event) {
    return switch (event) {
      case SeatEvent.Found found -> switch (found) {
        case SeatEvent.WarningDue() -> WARNING;
        case SeatEvent.HangUpDue() -> HANG_UP;
        case SeatEvent.BreakDue() -> BREAK;
        case SeatEvent.HoldDue() -> HOLD;
        case SeatEvent.Served() -> SERVED;
        case SeatEvent.Crowded() -> CROWDED;
        case SeatEvent.Lost() -> null;
      };
      case SeatEvent.Asked asked -> null;
      case SeatEvent.DecideTime decided -> null;
    };
  }

  @Override
  public String kind() {
    return Objects.requireNonNull(kindOf(event));
  }

  @Override
  public CompletionStage<Void> due(String desk, Timer timer) {
    return availability.found(desk, timer.subject(), event);
  }
}
