package dev.xiaoer.routing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param kept how long a node shows how fast buyers were answered before it looks again
@ConfigurationProperties("desk.first-reply")
record FirstReplySettings(@DefaultValue("1m") Duration kept) {}
