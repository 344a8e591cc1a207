package dev.xiaoer.replies;

import java.util.List;

/// What the desk says at a moment: nothing, or one thing that tells how things stand, or one that answers, or both in
/// this order.
///
/// @param memory     to be kept in place of the one that was given
/// @param considered every rule that had its moment
public record Decision(List<Reply> replies, Memory memory, List<Considered> considered) {

  public Decision {
    replies = List.copyOf(replies);
    considered = List.copyOf(considered);
  }
}
