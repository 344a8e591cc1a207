package dev.xiaoer.http;

import java.time.Duration;

/// How often one caller may do one thing.
///
/// @param name of the thing; limits of other names are counted apart
/// @param times how often at once
/// @param per in which time as many become free again, evenly
public record RateLimit(String name, int times, Duration per) {}
