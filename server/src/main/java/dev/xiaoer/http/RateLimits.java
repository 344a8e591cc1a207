package dev.xiaoer.http;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.xiaoer.protocol.Refusal;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Counts in the memory of each node: a flood is stopped where it arrives, without asking Redis. What must hold over all
/// nodes, such as guessing passwords, is counted in Redis instead.
@Component
public class RateLimits {

  private static final int MOST_CALLERS = 200_000;

  private final LoadingCache<Caller, Bucket> buckets;
  private final TimeMeter meter;

  public RateLimits(Clock clock) {
    this.meter = new ClockMeter(clock);
    this.buckets = Caffeine.newBuilder()
        .maximumSize(MOST_CALLERS)
        .expireAfterAccess(Duration.ofHours(2))
        .build(this::fresh);
  }

  /// @return null when it is allowed, else when it is worth trying again
  public @Nullable Duration take(RateLimit limit, String caller) {
    ConsumptionProbe probe = buckets.get(new Caller(limit, caller)).tryConsumeAndReturnRemaining(1);
    return probe.isConsumed() ? null : Duration.ofNanos(probe.getNanosToWaitForRefill());
  }

  /// @throws RefusedException as TOO_MANY when it is not allowed
  public void require(RateLimit limit, String caller) {
    Duration wait = take(limit, caller);
    if (wait != null) {
      throw new RefusedException(Refusal.TOO_MANY, wait);
    }
  }

  private Bucket fresh(Caller caller) {
    RateLimit limit = caller.limit();
    return Bucket.builder()
        .addLimit(bandwidth -> bandwidth.capacity(limit.times()).refillGreedy(limit.times(), limit.per()))
        .withCustomTimePrecision(meter)
        .build();
  }

  private record Caller(RateLimit limit, String name) {}

  private record ClockMeter(Clock clock) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      return ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant());
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
