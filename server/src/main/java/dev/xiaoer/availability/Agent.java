package dev.xiaoer.availability;

import java.util.Set;

/// Somebody who may serve buyers.
///
/// @param name what buyers call the agent
/// @param groups whose buyers the agent takes
/// @param cap how many conversations at once
public record Agent(String desk, String id, String name, Set<String> groups, int cap) {}
