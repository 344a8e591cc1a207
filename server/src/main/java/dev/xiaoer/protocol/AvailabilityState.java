package dev.xiaoer.protocol;

/// How an agent stands to buyers.
public enum AvailabilityState {
  /// Takes buyers.
  ONLINE,
  /// Away for minutes, for a reason: takes no new buyers and keeps those already served (B2, B3).
  HUNG_UP,
  /// At lunch or resting, in turn (B1): whoever waits too long is offered to the group.
  ON_BREAK,
  /// Finishes those already served and is off duty with the last (A2).
  DRAINING,
  /// Hung up for too long: waiting buyers are routed again after a grace. Only the agent ends it.
  OVERDUE,
  /// Off duty.
  OFFLINE
}
