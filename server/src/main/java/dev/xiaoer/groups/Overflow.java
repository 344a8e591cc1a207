package dev.xiaoer.groups;

import java.time.Duration;

/// Another group that helps.
///
/// @param group whose agents take buyers of this one as well
/// @param after how long a buyer has waited
public record Overflow(String group, Duration after) {}
