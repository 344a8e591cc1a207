package dev.xiaoer.routing;

import java.util.List;

/// How a group stands.
///
/// @param waiting conversations, the next one first
record Standing(List<String> waiting, int onDuty, Pace pace) {}
