package dev.xiaoer.redis.embedded;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Tells the operator what is in the way, and what to do, instead of a stack trace.
final class EmbeddedRedisFailureAnalyzer extends AbstractFailureAnalyzer<EmbeddedRedisException> {
  @Override
  protected FailureAnalysis analyze(Throwable root, EmbeddedRedisException cause) {
    return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
  }
}
