package dev.xiaoer.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// Who said something; on the wire `buyer`, `agent:<id>` or `desk` (said by the software itself).
public sealed interface Author {

  @JsonValue
  String name();

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Author parse(String name) {
    return switch (name) {
      case "buyer" -> new Buyer();
      case "desk" -> new Desk();
      case String other when other.startsWith("agent:") -> new Agent(other.substring(6));
      default -> throw new IllegalArgumentException("an author is buyer, desk or agent:<id>");
    };
  }

  record Buyer() implements Author {
    @Override
    public String name() {
      return "buyer";
    }
  }

  record Agent(String id) implements Author {
    @Override
    public String name() {
      return "agent:" + id;
    }
  }

  record Desk() implements Author {
    @Override
    public String name() {
      return "desk";
    }
  }
}
