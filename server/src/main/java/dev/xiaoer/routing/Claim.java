package dev.xiaoer.routing;

import dev.xiaoer.conversation.Claimed;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.ForBuyer.AgentCard;
import dev.xiaoer.protocol.ForStaff.AssignmentReason;
import java.util.List;

/// A buyer and an agent who were put together in one step; it stands until it is recorded in the conversation.
record Claim(String conversation, long number, String agent, String name, int load, int cap) {

  static Claim of(List<?> answer) {
    return new Claim((String) answer.get(0), (long) answer.get(1), (String) answer.get(2), (String) answer.get(3),
        Math.toIntExact((long) answer.get(4)), Math.toIntExact((long) answer.get(5)));
  }

  Claimed claimed() {
    return new Claimed(new ConversationId(conversation), number, new AgentCard(agent, name),
        AssignmentReason.LEAST_LOADED, load, cap);
  }
}
