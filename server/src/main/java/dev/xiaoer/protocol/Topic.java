package dev.xiaoer.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A log with one seq that sockets may follow. On the wire it is its name:
///
/// - `c:<conversation>:buyer` – the conversation as its buyer may see it
/// - `c:<conversation>:staff` – notes and reasons, for staff only
/// - `d:<desk>:agent:<agent>` – what concerns one agent: conversations given and taken, the own state
/// - `d:<desk>:group:<group>` – how a group stands; it has signals only
/// - `d:<desk>:supervisors` – what those who lead the desk are told
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
    if (parts.length == 3 && parts[0].equals("d") && parts[2].equals("supervisors")) {
      return new Supervisors(parts[1]);
    }
    if (parts.length == 4 && parts[0].equals("d")) {
      return switch (parts[2]) {
        case "agent" -> new Agent(parts[1], parts[3]);
        case "group" -> new Group(parts[1], parts[3]);
        default -> throw new IllegalArgumentException("a desk has topics of agents and of groups");
      };
    }
    throw new IllegalArgumentException("a topic is of a conversation, c:<conversation>:…, or of a desk, d:<desk>:…");
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
      checkName(desk);
      checkName(agent);
    }

    @Override
    public String name() {
      return "d:" + desk + ":agent:" + agent;
    }
  }

  record Group(String desk, String group) implements Topic {
    public Group {
      checkName(desk);
      checkName(group);
    }

    @Override
    public String name() {
      return "d:" + desk + ":group:" + group;
    }
  }

  record Supervisors(String desk) implements Topic {
    public Supervisors {
      checkName(desk);
    }

    @Override
    public String name() {
      return "d:" + desk + ":supervisors";
    }
  }

  private static void checkName(String name) {
    if (!Tokens.isToken(name, 1, 36)) {
      throw new IllegalArgumentException("desks, agents and groups are named by 1 to 36 letters, digits, - or _");
    }
  }
}
