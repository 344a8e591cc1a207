package dev.xiaoer.redis.embedded;

import dev.xiaoer.redis.Durability;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// The Redis inside; none of it counts when `spring.data.redis.*` points at another.
///
/// @param data the folder that holds everything the desk remembers; one desk at a time
/// @param server `auto`: the newer of the one in the jar and the one on the PATH; `embedded`; `path`; or a file
/// @param port where it listens, on the loopback only; 0 takes a free one
/// @param durability `relaxed` makes it sync once a second instead of always; see docs/operations.md before
/// @param maxMemory what it may use before it refuses new writes; unset: 70 % of the machine's (or container's) memory
@ConfigurationProperties("desk.redis")
public record EmbeddedRedisSettings(
    @DefaultValue("data/redis") Path data,
    @DefaultValue("auto") String server,
    @DefaultValue("0") int port,
    @DefaultValue("standalone") Durability durability,
    @Nullable DataSize maxMemory) {}
