package dev.xiaoer.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// 128 unguessable bits as 22 characters of base64url. Never a counter.
public record ConversationId(@JsonValue String value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ConversationId {
    if (!Tokens.isToken(value, 22, 22)) {
      throw new IllegalArgumentException("a conversation id is 22 letters, digits, - or _");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
