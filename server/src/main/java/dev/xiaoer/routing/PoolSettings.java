package dev.xiaoer.routing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param turn how often, while others wait, the oldest message left is given out before them
@ConfigurationProperties("desk.pool")
record PoolSettings(@DefaultValue("5m") Duration turn) {}
