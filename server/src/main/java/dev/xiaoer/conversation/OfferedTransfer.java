package dev.xiaoer.conversation;

import dev.xiaoer.protocol.ForStaff.TransferExplained;
import dev.xiaoer.protocol.Ref;
import dev.xiaoer.protocol.TransferHow;
import org.jspecify.annotations.Nullable;

/// A conversation that was offered to somebody else, as its staff topic tells it.
///
/// @param transfer the ref of the offer
/// @param group the group it was offered to; null when an agent was named
/// @param hop 1 for the first transfer of the conversation
public record OfferedTransfer(Ref transfer, String from, String to, @Nullable String group, String reason, String note,
    int hop) {

  TransferExplained explained(TransferHow how, @Nullable Long asked) {
    return new TransferExplained(transfer, from, to, group, reason, note, hop, how, asked);
  }
}
