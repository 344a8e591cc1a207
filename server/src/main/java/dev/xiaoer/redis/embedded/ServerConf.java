package dev.xiaoer.redis.embedded;

import dev.xiaoer.redis.Durability;
import java.lang.management.ManagementFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/// The text of `redis.conf`: the list of the delivery contract, section 8, in the words of the server's version.
///
/// @param mendTail whether the server may cut an incomplete write off the end of its log; see [TornTail]
record ServerConf(
    DataFolder folder,
    Version version,
    int port,
    String password,
    EmbeddedRedisSettings settings,
    boolean mendTail) {
  String text() {
    return """
        # Written by the desk at each start; changes made here are lost.
        bind 127.0.0.1
        protected-mode yes
        port %d
        requirepass %s
        dir %s
        pidfile %s
        logfile %s
        daemonize no
        databases 1
        tcp-keepalive 60
        appendonly yes
        appendfsync %s
        no-appendfsync-on-rewrite no
        aof-use-rdb-preamble yes
        aof-load-truncated %s
        save ""
        auto-aof-rewrite-percentage 100
        auto-aof-rewrite-min-size 256mb
        maxmemory %d
        maxmemory-policy noeviction
        stop-writes-on-bgsave-error yes
        %s 500
        client-output-buffer-limit pubsub 32mb 8mb 60
        """.formatted(port, password, quoted(folder.path().toString()), quoted(folder.resolve("redis.pid").toString()),
        quoted(folder.resolve("redis.log").toString()),
        settings.durability() == Durability.RELAXED ? "everysec" : "always", mendTail ? "yes" : "no",
        maxMemory(settings.maxMemory()),
        version.writesFolder() ? "busy-reply-threshold" : "lua-time-limit");
  }

  private static long maxMemory(@Nullable DataSize wanted) {
    if (wanted != null) {
      return wanted.toBytes();
    }
    return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean machine
        ? machine.getTotalMemorySize() / 10 * 7
        : 0;
  }

  private static String quoted(String value) {
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
