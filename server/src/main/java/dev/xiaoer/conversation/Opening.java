package dev.xiaoer.conversation;

import dev.xiaoer.protocol.Card;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.ForBuyer.BuyerCard;
import dev.xiaoer.protocol.Ref;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A buyer's wish to talk, with the first words.
///
/// @param text already checked
/// @param previous the buyer's closed conversation that this one follows; already checked
/// @param contact how to reach the buyer, for the staff only; already checked
/// @param tier what the shop's server calls the buyer's rank; null for a buyer without one
/// @param about what the buyer asks about
public record Opening(String desk, String shop, String group, BuyerCard buyer, Ref ref, String text,
    @Nullable ConversationId previous, @Nullable String contact, @Nullable String tier, List<Card> about) {

  public Opening {
    about = List.copyOf(about);
  }

  public Opening(String desk, String shop, String group, BuyerCard buyer, Ref ref, String text) {
    this(desk, shop, group, buyer, ref, text, null, null, null, List.of());
  }
}
