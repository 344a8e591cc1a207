package dev.xiaoer.availability;

import dev.xiaoer.groups.ServedLately;
import dev.xiaoer.protocol.AvailabilityState;
import java.time.Duration;

/// Whether buyers come to an agent who is in some state.
public enum Reach {
  /// Never.
  NONE,
  /// Like to anybody else of the group who has room.
  AS_ANYBODY,
  /// Before anybody else: this agent served the buyer lately.
  FIRST,
  /// The conversation is the agent's and stays so.
  STAYS,
  /// It stays, but is offered to the group when its buyer waits for a while.
  UNTIL_UNANSWERED,
  /// It stays for a grace; then whoever waits is routed again.
  FOR_A_GRACE;

  /// Of a buyer who has no open conversation.
  public static Reach ofNew(AvailabilityState state) {
    return switch (state) {
      case ONLINE -> AS_ANYBODY;
      case HUNG_UP, ON_BREAK, DRAINING, OVERDUE, OFFLINE -> NONE;
    };
  }

  /// Of a buyer whom the agent served last.
  ///
  /// @param ago how long ago that was
  public static Reach ofServed(AvailabilityState state, Duration ago, ServedLately rule) {
    return switch (state) {
      case ONLINE -> ago.compareTo(rule.online()) <= 0 ? FIRST : ofNew(state);
      case HUNG_UP -> ago.compareTo(rule.hungUp()) <= 0 ? FIRST : ofNew(state);
      case ON_BREAK, DRAINING, OVERDUE, OFFLINE -> ofNew(state);
    };
  }

  /// Of a buyer whose open conversation is the agent's.
  public static Reach ofOpen(AvailabilityState state) {
    return switch (state) {
      case ONLINE, HUNG_UP, DRAINING -> STAYS;
      case ON_BREAK -> UNTIL_UNANSWERED;
      case OVERDUE, OFFLINE -> FOR_A_GRACE;
    };
  }
}
