package dev.xiaoer.bench.report;

/// One number measured once.
///
/// @param server which one, by its short name
/// @param round from 1
/// @param measure one of [Measure]'s names
public record Sample(String server, int round, String measure, double value) {}
