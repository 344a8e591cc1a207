package dev.xiaoer.redis;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The configured Redis did not answer while the desk started.
final class RedisUnreachableException extends RuntimeException {
  RedisUnreachableException(Duration waited, @Nullable Throwable cause) {
    super("Redis did not answer within " + waited.toSeconds() + " s: " + cause, cause);
  }
}
