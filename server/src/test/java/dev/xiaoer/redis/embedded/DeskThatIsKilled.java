package dev.xiaoer.redis.embedded;

import dev.xiaoer.redis.Durability;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;

/// A process that starts the Redis inside, says so, and does nothing more until it is ended.
final class DeskThatIsKilled {
  private DeskThatIsKilled() {}

  public static void main(String[] arguments) throws IOException {
    EmbeddedRedis redis = EmbeddedRedis
        .start(new EmbeddedRedisSettings(Path.of(arguments[0]), arguments[1], 0, Durability.STANDALONE, null),
            new SecureRandom());
    System.out.println("up " + redis.port() + " " + redis.password() + " " + redis.pid());
    System.out.flush();
    int _ = System.in.read();
  }
}
