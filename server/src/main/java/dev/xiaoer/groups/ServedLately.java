package dev.xiaoer.groups;

import java.time.Duration;

/// How long a buyer comes back to the agent who served last.
///
/// @param hungUp when that agent is hung up
/// @param online when that agent is online
public record ServedLately(Duration hungUp, Duration online) {}
