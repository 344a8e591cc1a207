package dev.xiaoer.redis;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What this desk demands of its Redis, and how long it waits for it.
///
/// @param durability what an acknowledged message has survived; a Redis that promises less is refused at the start
/// @param waitReplicas how many replicas must have a message before it is acknowledged, with `durability=replicated`
/// @param waitConnections how many connections wait for replicas side by side
/// @param declared the operator vouches for the settings of a Redis that will not tell them (CONFIG denied)
/// @param timeout how long a command may take before its outcome counts as unknown
/// @param startWithin how long the start waits for a Redis that does not answer yet
@ConfigurationProperties("desk.redis")
record RedisSettings(
    @DefaultValue("standalone") Durability durability,
    @DefaultValue("1") int waitReplicas,
    @DefaultValue("4") int waitConnections,
    @DefaultValue("false") boolean declared,
    @DefaultValue("2s") Duration timeout,
    @DefaultValue("30s") Duration startWithin) {}
