package dev.xiaoer.redis;

import dev.xiaoer.redis.embedded.EmbeddedRedis;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/// Whether the store does what it is for: a script that writes, as durable as declared. PING would say yes where every
/// write is refused.
final class RedisHealthIndicator extends AbstractHealthIndicator {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final RedisLettuceLink link;
  private final RedisSettings settings;
  private final ObjectProvider<EmbeddedRedis> embedded;

  RedisHealthIndicator(RedisLettuceLink link, RedisSettings settings, ObjectProvider<EmbeddedRedis> embedded) {
    super("Redis did not run a script");
    this.link = link;
    this.settings = settings;
    this.embedded = embedded;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) throws InterruptedException, TimeoutException {
    health.withDetail("durability", settings.durability().name().toLowerCase(Locale.ROOT));
    embedded.ifAvailable(redis -> {
      String trouble = redis.trouble();
      if (trouble != null) {
        health.withDetail("trouble", trouble);
      }
    });
    try {
      link.check().toCompletableFuture().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      health.up();
    } catch (ExecutionException e) {
      health.down().withDetail("error", String.valueOf(e.getCause()));
    }
  }
}
