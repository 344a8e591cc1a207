package dev.xiaoer.accounts;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param lifetime how long a socket ticket waits to be used
@ConfigurationProperties("desk.socket-tickets")
record TicketSettings(@DefaultValue("30s") Duration lifetime) {}
