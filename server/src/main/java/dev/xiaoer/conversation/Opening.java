package dev.xiaoer.conversation;

import dev.xiaoer.protocol.ForBuyer.BuyerCard;
import dev.xiaoer.protocol.Ref;

/// A buyer's wish to talk, with the first words.
///
/// @param text already checked
public record Opening(String desk, String shop, String group, BuyerCard buyer, Ref ref, String text) {}
