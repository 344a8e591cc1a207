package dev.xiaoer.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// Whom a conversation is offered to; on the wire `agent:<id>` or `group:<id>`.
public sealed interface TransferTo {

  @JsonValue
  String name();

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static TransferTo parse(String name) {
    int colon = name.indexOf(':');
    String id = name.substring(colon + 1);
    if (!Tokens.isToken(id, 1, 36)) {
      throw new IllegalArgumentException("agents and groups are named by 1 to 36 letters, digits, - or _");
    }
    return switch (name.substring(0, Math.max(colon, 0))) {
      case "agent" -> new Agent(id);
      case "group" -> new Group(id);
      default -> throw new IllegalArgumentException("a conversation is offered to agent:<id> or group:<id>");
    };
  }

  record Agent(String id) implements TransferTo {
    @Override
    public String name() {
      return "agent:" + id;
    }
  }

  /// The free agent whom the policy prefers there.
  record Group(String id) implements TransferTo {
    @Override
    public String name() {
      return "group:" + id;
    }
  }
}
