package dev.xiaoer.groups;

import java.time.Duration;

/// Of being hung up (rule B2).
///
/// @param limit how long without a supervisor's consent
/// @param warning after how long the agent is told that the limit comes
/// @param grace how long after the limit the waiting buyers are left with the agent
/// @param most how long with consent
public record HangUpRules(Duration limit, Duration warning, Duration grace, Duration most) {}
