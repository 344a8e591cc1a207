package dev.xiaoer.redis;

import java.util.List;
import java.util.Locale;

/// The configured Redis keeps less than `desk.redis.durability` declares.
final class WeakRedisException extends RuntimeException {
  private final List<String> weaknesses;

  WeakRedisException(Durability declared, List<String> weaknesses) {
    super("Redis promises less than desk.redis.durability=" + declared.name().toLowerCase(Locale.ROOT) + ": "
        + String.join("; ", weaknesses));
    this.weaknesses = weaknesses;
  }

  List<String> weaknesses() {
    return weaknesses;
  }
}
