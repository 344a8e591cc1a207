package dev.xiaoer.groups;

import java.time.Duration;

/// Of breaks (rule B1).
///
/// @param length of one
/// @param atOnce how many agents of the group
/// @param hold how long a slot that became free is kept for the next in line
/// @param unanswered how long a buyer waits for an agent on a break before the group is asked
public record BreakRules(Duration length, int atOnce, Duration hold, Duration unanswered) {}
