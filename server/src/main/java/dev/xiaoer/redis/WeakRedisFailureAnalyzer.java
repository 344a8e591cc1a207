package dev.xiaoer.redis;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Tells the operator which settings of Redis to change.
final class WeakRedisFailureAnalyzer extends AbstractFailureAnalyzer<WeakRedisException> {
  @Override
  protected FailureAnalysis analyze(Throwable root, WeakRedisException cause) {
    return new FailureAnalysis(cause.getMessage(),
        """
            Set in redis.conf (and by CONFIG SET in what runs): appendonly yes, appendfsync always, maxmemory-policy \
            noeviction. Where losing the last second in a power cut is acceptable, declare it: desk.redis.durability=relaxed.
            docs/operations.md tells what each class survives.""",
        cause);
  }
}
