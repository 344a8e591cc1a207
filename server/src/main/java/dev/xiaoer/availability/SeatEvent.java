package dev.xiaoer.availability;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What can happen to an agent's seat.
public sealed interface SeatEvent {

  /// What the agent asks for.
  sealed interface Asked extends SeatEvent {}

  /// What the desk finds when it looks: each may come late or twice.
  sealed interface Found extends SeatEvent {}

  record GoOnline() implements Asked {}

  record Drain() implements Asked {}

  record GoOffline() implements Asked {}

  record HangUp(String reason, String away, Duration length) implements Asked {}

  /// @param request its id
  record AskTime(String request, Duration more, String reason) implements Asked {}

  record TakeBreak() implements Asked {}

  record WithdrawBreak() implements Asked {}

  /// A supervisor has decided on a request.
  ///
  /// @param more zero when nothing is granted
  record DecideTime(String request, Duration more, String by, @Nullable String note) implements SeatEvent {}

  record WarningDue() implements Found {}

  record HangUpDue() implements Found {}

  record BreakDue() implements Found {}

  record HoldDue() implements Found {}

  /// The lease has ended, and the grace too.
  record Lost() implements Found {}

  /// The last open conversation is closed.
  record Served() implements Found {}

  /// As many conversations are open as the agent wants at once.
  record Crowded() implements Found {}
}
