package dev.xiaoer.conversation;

/// What came of a turn of a conversation: assigned, put back, closed.
public sealed interface Turn {

  /// @param revision the conversation's from now on
  record Taken(long revision) implements Turn {}

  /// Nothing was changed.
  record Not(Why why) implements Turn {}

  /// Why a turn was not taken.
  enum Why {
    NOT_FOUND, CLOSED,
    /// It has changed since it was decided.
    STALE,
    /// There is nobody waiting for an answer in it.
    ANSWERED
  }
}
