package dev.xiaoer.conversation;

import dev.xiaoer.protocol.ForBuyer.BuyerCard;
import java.util.Map;

/// Reads the hash that says how a conversation stands.
final class RecordFields {

  private RecordFields() {}

  static ConversationRecord read(Map<String, String> fields) {
    String name = field(fields, "name");
    var card = new ConversationCard(field(fields, "desk"), field(fields, "shop"), field(fields, "group"),
        field(fields, "buyer"));
    String firstReply = fields.get("first_reply");
    return new ConversationRecord(card, new BuyerCard(card.buyer(), name.isEmpty() ? null : name),
        ConversationRecord.State.valueOf(field(fields, "state")), field(fields, "agent"), number(fields, "revision"),
        number(fields, "claim"), number(fields, "asked"), number(fields, "ts"),
        firstReply == null ? null : Long.valueOf(firstReply), fields.get("contact"),
        Integer.parseInt(fields.getOrDefault("hops", "0")));
  }

  private static String field(Map<String, String> fields, String name) {
    String value = fields.get(name);
    if (value == null) {
      throw new IllegalStateException("a conversation's record lacks " + name);
    }
    return value;
  }

  private static long number(Map<String, String> fields, String name) {
    String value = field(fields, name);
    return value.isEmpty() ? 0 : Long.parseLong(value);
  }
}
