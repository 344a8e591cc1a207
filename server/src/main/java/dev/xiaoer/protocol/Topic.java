package dev.xiaoer.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A log with one seq that sockets may follow. On the wire it is its name:
///
/// - `c:<conversation>:buyer` – the conversation as its buyer may see it
/// - `c:<conversation>:staff` – notes and reasons, for staff only
/// - `d:<desk>:agent:<agent>` – what concerns one agent: conversations given and taken, the own state
public sealed interface Topic {

  @JsonValue
  String name();

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Topic parse(String name) {
    String[] parts = name.split(":", -1);
    if (parts.length == 3 && parts[0].equals("c")) {
      var conversation = new ConversationId(parts[1]);
      return switch (parts[2]) {
        case "buyer" -> new Buyer(conversation);
        case "staff" -> new Staff(conversation);
        default -> throw new IllegalArgumentException("a conversation has the topics buyer and staff");
      };
    }
    if (parts.length == 4 && parts[0].equals("d") && parts[2].equals("agent")) {
      return new Agent(parts[1], parts[3]);
    }
    throw new IllegalArgumentException(
        "a topic is c:<conversation>:buyer, c:<conversation>:staff or d:<desk>:agent:<agent>");
  }

  record Buyer(ConversationId conversation) implements Topic {
    @Override
    public String name() {
      return "c:" + conversation + ":buyer";
    }
  }

  record Staff(ConversationId conversation) implements Topic {
    @Override
    public String name() {
      return "c:" + conversation + ":staff";
    }
  }

  record Agent(String desk, String agent) implements Topic {
    public Agent {
      if (!Tokens.isToken(desk, 1, 36) || !Tokens.isToken(agent, 1, 36)) {
        throw new IllegalArgumentException("desks and agents are named by 1 to 36 letters, digits, - or _");
      }
    }

    @Override
    public String name() {
      return "d:" + desk + ":agent:" + agent;
    }
  }
}
