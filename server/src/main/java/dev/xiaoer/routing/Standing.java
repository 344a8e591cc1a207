package dev.xiaoer.routing;

/// How a group stands.
///
/// @param waiting how many do
record Standing(int waiting, int onDuty, Pace pace) {}
