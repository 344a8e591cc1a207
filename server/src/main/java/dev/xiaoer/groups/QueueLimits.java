package dev.xiaoer.groups;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// When a buyer is asked to leave a message instead of waiting.
///
/// @param most how many wait at once; null for as many as come
/// @param longest how long one waits; null for as long as it takes
public record QueueLimits(@Nullable Integer most, @Nullable Duration longest) {}
