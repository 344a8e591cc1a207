package dev.xiaoer.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// 128 unguessable bits as 22 characters of base64url. Never a counter.
public record ConversationId(@JsonValue String value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ConversationId {
    if (!isOne(value)) {
      throw new IllegalArgumentException("a conversation id is 22 letters, digits, - or _");
    }
  }

  public static boolean isOne(String text) {
    return Tokens.isToken(text, 22, 22);
  }

  @Override
  public String toString() {
    return value;
  }
}
