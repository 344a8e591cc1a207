package dev.xiaoer.timers;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param lease how long a node may take for what is due, before another one does it
/// @param batch how many timers are served at once
@ConfigurationProperties("desk.timers")
record TimerSettings(@DefaultValue("10s") Duration lease, @DefaultValue("100") int batch) {}
