package dev.xiaoer.redis.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Assumptions;

/// The servers the suite runs on: the one in the jar, and the machine's own where there is one.
public enum RedisEdition {
  /// 6.2, from the jar: always there.
  EMBEDDED,
  /// Whatever is on the PATH, 7 or newer.
  PATH;

  private static final Map<RedisEdition, Path> files = new ConcurrentHashMap<>();

  /// The server's file, unpacked once: some classes run side by side. A test of a server that is not on this machine is
  /// reported as skipped, loudly.
  public Path executable() {
    try {
      return files.computeIfAbsent(this,
          edition -> Executable.choose(edition.name().toLowerCase(Locale.ROOT), unpackTo()).file());
    } catch (EmbeddedRedisException e) {
      String missing = "NOT TESTED on this machine, for want of a redis-server on the PATH: " + e.getMessage();
      System.err.println("!!! " + missing);
      return Assumptions.abort(missing);
    }
  }

  /// Whether the server has what came with Redis 7: the append-only folder and sharded channels.
  public boolean isModern() {
    return this == PATH && Executable.choose("path", unpackTo()).version().writesFolder();
  }

  private static Path unpackTo() {
    try {
      return Files.createDirectories(Path.of("target", "redis-bin")).toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
