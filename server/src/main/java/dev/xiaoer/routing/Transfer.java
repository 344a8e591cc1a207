package dev.xiaoer.routing;

import dev.xiaoer.conversation.OfferedTransfer;
import dev.xiaoer.conversation.Transferred;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.ForBuyer.AgentCard;
import dev.xiaoer.protocol.Ref;
import dev.xiaoer.protocol.TransferHow;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A transfer as the desk has it.
///
/// @param group the group it was offered to; null when an agent was named
/// @param into the conversation's group, once it is accepted
/// @param until when the offer ends by itself, in ms
/// @param number of the claim, once it is accepted
/// @param how it ended; null before that
record Transfer(Ref id, ConversationId conversation, State state, AgentCard from, AgentCard to, @Nullable String group,
    String into, String reason, String note, int hop, long until, long number, @Nullable TransferHow how) {

  enum State {
    OFFERED,
    /// The place is the conversation's; it is not known yet to be recorded there.
    ACCEPTED, ENDED
  }

  static Transfer of(Ref id, Map<String, String> fields) {
    String group = text(fields, "group");
    String how = fields.get("how");
    return new Transfer(id, new ConversationId(text(fields, "conversation")), State.valueOf(text(fields, "state")),
        new AgentCard(text(fields, "from"), text(fields, "from_name")),
        new AgentCard(text(fields, "to"), text(fields, "to_name")), group.isEmpty() ? null : group,
        text(fields, "into"), text(fields, "reason"), text(fields, "note"), Integer.parseInt(text(fields, "hop")),
        Long.parseLong(text(fields, "until")), Long.parseLong(fields.getOrDefault("number", "0")),
        how == null ? null : TransferHow.valueOf(how));
  }

  private static String text(Map<String, String> fields, String name) {
    return Objects.requireNonNull(fields.get(name), () -> "a transfer lacks " + name);
  }

  OfferedTransfer offer() {
    return new OfferedTransfer(id, from.id(), to.id(), group, reason, note, hop);
  }

  Transferred transferred() {
    return new Transferred(conversation, number, to, into, offer());
  }

  Transfers.Pending pending() {
    return new Transfers.Pending(id, conversation, from, to, group, reason, note, until);
  }
}
