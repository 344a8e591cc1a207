package dev.xiaoer.routing;

import dev.xiaoer.conversation.Claimed;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.ForBuyer.AgentCard;
import dev.xiaoer.protocol.ForStaff.AssignmentReason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A buyer and an agent who were put together in one step; it stands until it is recorded in the conversation.
///
/// @param load how many conversations the agent had before
/// @param lastServed when the agent served this buyer last, in ms; null where that is not the reason
/// @param accepted whether the agent has said yes to it
/// @param group the buyer's
record Claim(String conversation, long number, String agent, String name, AssignmentReason reason, int load, int cap,
    int weight, @Nullable Long lastServed, boolean accepted, String group) {

  static Claim of(List<?> answer) {
    long served = (long) answer.get(8);
    return new Claim((String) answer.get(0), (long) answer.get(1), (String) answer.get(2), (String) answer.get(3),
        AssignmentReason.valueOf((String) answer.get(4)), number(answer.get(5)), number(answer.get(6)),
        number(answer.get(7)), served == 0 ? null : served, (long) answer.get(9) == 1, (String) answer.get(10));
  }

  static List<Claim> all(Object answer) {
    return ((List<?>) answer).stream().map(claim -> of((List<?>) claim)).toList();
  }

  private static int number(Object answer) {
    return Math.toIntExact((long) answer);
  }

  ConversationId id() {
    return new ConversationId(conversation);
  }

  Claimed claimed() {
    return new Claimed(id(), number, new AgentCard(agent, name), reason, load, cap, weight, lastServed);
  }
}
