package dev.xiaoer.gateway;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What a socket may do.
///
/// @param hello how long a socket may stay without saying who it is
/// @param heartbeat how often a client sends a heartbeat; one that is silent for three of them is gone
/// @param slow how long a write may take before the socket is closed as too slow
/// @param commandsPerSecond how many commands a socket may send in the long run
/// @param burst how many at once
/// @param perBuyer how many sockets of one buyer a node holds
/// @param perAddress how many sockets of buyers from one address (of IPv6: a /64) a node holds. Many buyers may share one,
///   and behind a proxy that is not named in `desk.proxies` all of them do
@ConfigurationProperties("desk.socket")
record SocketSettings(@DefaultValue("5s") Duration hello, @DefaultValue("25s") Duration heartbeat,
    @DefaultValue("10s") Duration slow, @DefaultValue("10") int commandsPerSecond, @DefaultValue("30") int burst,
    @DefaultValue("12") int perBuyer, @DefaultValue("200") int perAddress) {}
