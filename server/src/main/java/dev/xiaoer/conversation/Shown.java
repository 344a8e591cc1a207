package dev.xiaoer.conversation;

import dev.xiaoer.protocol.Card;
import dev.xiaoer.protocol.CardAsked;

/// A card to be posted. What it looks like may change between a command and its repeat; what was asked for does not.
public record Shown(CardAsked asked, Card card) {}
