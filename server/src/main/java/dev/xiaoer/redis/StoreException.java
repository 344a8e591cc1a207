package dev.xiaoer.redis;

import org.jspecify.annotations.Nullable;

/// Redis did not do what was asked, or it is not known whether it did.
public final class StoreException extends RuntimeException {

  /// What the caller may do about it.
  public enum Kind {
    /// Not reached, or no answer in time: perhaps done, perhaps not. The same command, made repeatable by its ref, settles it.
    UNAVAILABLE,
    /// Done, but not yet confirmed by as many replicas as declared. The same command waits again.
    NOT_DURABLE,
    /// The script or its data is wrong: a bug. Repeating will not help.
    BROKEN
  }

  private final Kind kind;

  public StoreException(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public StoreException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
