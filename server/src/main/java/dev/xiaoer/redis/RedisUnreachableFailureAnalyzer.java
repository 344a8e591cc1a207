package dev.xiaoer.redis;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Tells the operator where to look when the configured Redis does not answer.
final class RedisUnreachableFailureAnalyzer extends AbstractFailureAnalyzer<RedisUnreachableException> {
  @Override
  protected FailureAnalysis analyze(Throwable root, RedisUnreachableException cause) {
    return new FailureAnalysis(cause.getMessage(), """
        Check spring.data.redis.* (address, password, ssl) and that the server runs and can be reached from here; \
        desk.redis.start-within says how long to wait for it. Without any spring.data.redis address the desk starts \
        a Redis of its own.""", cause);
  }
}
