package dev.xiaoer.availability;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param daysKept how long it is kept when an agent was in which state
@ConfigurationProperties("desk.availability")
record AvailabilitySettings(@DefaultValue("62d") Duration daysKept) {}
