package dev.xiaoer.redis;

import static java.util.Objects.requireNonNull;

import dev.xiaoer.redis.embedded.RedisEdition;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A Redis of its own, and a link to it, for the tests of one class.
public final class ClassRedis implements BeforeAllCallback, AfterAllCallback {

  /// Nothing hangs here: a machine that is busy elsewhere makes no command late.
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final boolean onDisk;
  private @Nullable TestRedis server;
  private @Nullable RedisLink link;

  private ClassRedis(boolean onDisk) {
    this.onDisk = onDisk;
  }

  public static ClassRedis onDisk() {
    return new ClassRedis(true);
  }

  /// Where nothing is killed, nothing has to be on disk.
  public static ClassRedis inMemory() {
    return new ClassRedis(false);
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    server = TestRedis.start(RedisEdition.EMBEDDED);
    link = server.link(server.target(), PATIENCE);
    if (!onDisk) {
      server.cli("CONFIG", "SET", "appendonly", "no");
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    server().close();
  }

  public TestRedis server() {
    return requireNonNull(server);
  }

  public RedisLink link() {
    return requireNonNull(link);
  }
}
