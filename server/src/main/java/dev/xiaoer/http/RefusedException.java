package dev.xiaoer.http;

import dev.xiaoer.protocol.Refusal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A refusal on its way out of a controller; the gateway makes a [Problem] of it. Only controllers throw it: rooms
/// answer with values.
public final class RefusedException extends RuntimeException {

  private final Refusal code;
  private final @Nullable Duration retryAfter;

  public RefusedException(Refusal code) {
    this(code, null);
  }

  /// @param retryAfter when it is worth asking again
  public RefusedException(Refusal code, @Nullable Duration retryAfter) {
    super(code.name(), null, false, false);
    this.code = code;
    this.retryAfter = retryAfter;
  }

  public Refusal code() {
    return code;
  }

  public @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
