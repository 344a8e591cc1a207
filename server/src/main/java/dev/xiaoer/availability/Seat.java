package dev.xiaoer.availability;

import dev.xiaoer.protocol.AvailabilityState;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How an agent stands. Times are in ms of the desk's time.
///
/// @param until when the time for the state is over; null when there is none
/// @param reason why the agent is hung up
/// @param away what buyers who write meanwhile are told
/// @param granted how much longer than the limit the next hang-up may be
/// @param request the id of the agent's request for more time that nobody has decided on
/// @param gone what is said of conversations that are taken from the agent
/// @param open how many conversations the agent has
/// @param hangUpAt at how many the agent is hung up; 0 for never
/// @param awayText what buyers are told then
record Seat(AvailabilityState state, long since, @Nullable Long until, @Nullable String reason, @Nullable String away,
    Duration granted, @Nullable String request, @Nullable Gone gone, int open, int hangUpAt, String awayText) {

  enum Gone {
    LOST, LEFT, OVERDUE, BREAK
  }

  /// Begins another state.
  Seat to(AvailabilityState next, long now, @Nullable Gone why) {
    boolean keepsRequest = next == AvailabilityState.ONLINE || next == AvailabilityState.HUNG_UP;
    return new Seat(next, now, null, null, null, next == AvailabilityState.ONLINE ? granted : Duration.ZERO,
        keepsRequest ? request : null, why, open, hangUpAt, awayText);
  }

  Seat until(long end) {
    return new Seat(state, since, end, reason, away, granted, request, gone, open, hangUpAt, awayText);
  }

  Seat because(@Nullable String why, String told) {
    return new Seat(state, since, until, why, told, granted, request, gone, open, hangUpAt, awayText);
  }

  Seat asking(@Nullable String id) {
    return new Seat(state, since, until, reason, away, granted, id, gone, open, hangUpAt, awayText);
  }

  Seat granted(Duration more) {
    return new Seat(state, since, until, reason, away, more, request, gone, open, hangUpAt, awayText);
  }

  boolean isOver(long now) {
    return until != null && until <= now;
  }
}
