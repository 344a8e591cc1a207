package dev.xiaoer.redis.embedded;

import org.jspecify.annotations.Nullable;

/// The Redis inside cannot be started; nothing was changed or lost.
public final class EmbeddedRedisException extends RuntimeException {
  /// What is in the way.
  public enum Problem {
    PORT_TAKEN, FOLDER_IN_USE, FOLDER_NOT_WRITABLE, DISK_FULL, TAIL_TORN, LOG_DAMAGED, DATA_NEWER, NO_SERVER, FAILED
  }

  private final Problem problem;
  private final String action;

  EmbeddedRedisException(Problem problem, String message, String action, @Nullable Throwable cause) {
    super(message, cause);
    this.problem = problem;
    this.action = action;
  }

  EmbeddedRedisException(Problem problem, String message, String action) {
    this(problem, message, action, null);
  }

  public Problem problem() {
    return problem;
  }

  /// What the operator can do about it.
  public String action() {
    return action;
  }
}
