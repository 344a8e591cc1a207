package dev.xiaoer.routing;

import java.time.Duration;

/// What is settled for the transfers of a group (C2).
@FunctionalInterface
interface TransferLimits {

  Limits of(String desk, String group);

  /// @param answer how long an offer stands
  /// @param hops how many times a conversation may change hands before only a supervisor may take it
  record Limits(Duration answer, int hops) {}
}
