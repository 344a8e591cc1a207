package dev.xiaoer.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// The name of one command, made by the client once and kept over retries. A posted message keeps it as its id.
public record Ref(@JsonValue String value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Ref {
    if (!Tokens.isToken(value, 16, 36)) {
      throw new IllegalArgumentException("a ref is 16 to 36 letters, digits, - or _");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
