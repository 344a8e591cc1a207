package dev.xiaoer.http;

import dev.xiaoer.protocol.Refusal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A refusal on its way out of a controller; the gateway makes a [Problem] of it. Only controllers throw it: rooms
/// answer with values.
public final class RefusedException extends RuntimeException {

  private final Refusal code;
  private final @Nullable Duration retryAfter;
  private final @Nullable String field;

  public RefusedException(Refusal code) {
    this(code, null, null);
  }

  /// @param field what is wrong with the request
  public RefusedException(Refusal code, String field) {
    this(code, null, field);
  }

  /// @param retryAfter when it is worth asking again
  public RefusedException(Refusal code, @Nullable Duration retryAfter) {
    this(code, retryAfter, null);
  }

  private RefusedException(Refusal code, @Nullable Duration retryAfter, @Nullable String field) {
    super(code.name(), null, false, false);
    this.code = code;
    this.retryAfter = retryAfter;
    this.field = field;
  }

  public Refusal code() {
    return code;
  }

  public @Nullable String field() {
    return field;
  }

  public @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
