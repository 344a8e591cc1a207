package dev.xiaoer.conversation;

import dev.xiaoer.protocol.ForBuyer.BuyerCard;
import org.jspecify.annotations.Nullable;

/// A conversation as it stands.
///
/// @param agent whose it is; empty while it waits
/// @param lastAt when something last happened in it, in ms
/// @param contact how the buyer wants to be reached; for the staff only, and masked even for them
/// @param firstReply how long the buyer waited for the first words of an agent, in ms; null while there are none
/// @param hops how many transfers there were (C2)
/// @param asked since when the buyer waits for an answer, in ms; 0 when everything is answered
public record ConversationRecord(ConversationCard card, BuyerCard buyer, State state, String agent, long revision,
    long claim, long asked, long lastAt, @Nullable Long firstReply, @Nullable String contact,
    int hops) {

  /// Who is to do something about it.
  public enum State {
    WAITING, ASSIGNED, CLOSED
  }
}
