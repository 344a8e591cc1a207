package dev.xiaoer.groups;

import java.time.Duration;

/// Of handing a conversation on (rule C2).
///
/// @param answer how long an offer stands
/// @param hops how many times before only a supervisor may
public record TransferRules(Duration answer, int hops) {}
