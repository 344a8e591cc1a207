package dev.xiaoer.routing;

import dev.xiaoer.conversation.ConversationRecord;
import dev.xiaoer.groups.TransferRules;
import dev.xiaoer.protocol.Refusal;
import java.util.Set;
import java.util.TreeSet;

/// Whether a conversation may be offered, and to whom; decided on its record. Who is free is known at the desk only.
sealed interface Offering {

  /// @param owner `<claim> <agent>`, as the desk has to have it
  /// @param receivers agents it may go to; empty for any of the group
  /// @param group whose free agents are asked; empty if an agent was named
  /// @param into the conversation's group, once it is accepted
  record Agreed(String owner, Set<String> receivers, String group, String into, int hop) implements Offering {}

  record Refused(Refusal code) implements Offering {}

  static Offering of(Transfers.Offer offer, ConversationRecord record, TransferRules limits) {
    String giver = offer.giver().id();
    if (record.state() == ConversationRecord.State.CLOSED) {
      return new Refused(Refusal.CLOSED);
    }
    if (!record.agent().equals(giver) || record.revision() != offer.revision()) {
      return new Refused(Refusal.STALE);
    }
    String owner = record.claim() + " " + giver;
    int hop = record.hops() + 1;
    boolean leadersOnly = hop > limits.hops();
    return switch (offer.to()) {
      case Receiver.Agent(var id, var leader, var groups) when id.equals(giver) -> new Refused(Refusal.INVALID);
      case Receiver.Agent(var id, var leader, var groups) when leadersOnly && !leader ->
        new Refused(Refusal.NEEDS_SUPERVISOR);
      case Receiver.Agent(var id, var leader, var groups) -> {
        String own = record.card().group();
        if (leader || groups.contains(own)) {
          yield new Agreed(owner, Set.of(id), "", own, hop);
        }
        yield groups.isEmpty()
            ? new Refused(Refusal.NOT_AVAILABLE)
            : new Agreed(owner, Set.of(id), "", new TreeSet<>(groups).first(), hop);
      }
      case Receiver.Group(var id, var leaders) when leadersOnly && leaders.isEmpty() ->
        new Refused(Refusal.NEEDS_SUPERVISOR);
      case Receiver.Group(var id, var leaders) ->
        new Agreed(owner, leadersOnly ? leaders : Set.of(), id, id, hop);
    };
  }
}
