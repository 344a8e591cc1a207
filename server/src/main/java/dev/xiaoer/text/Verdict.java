package dev.xiaoer.text;

import dev.xiaoer.protocol.Refusal;

/// What [StrictText] says to a text.
public sealed interface Verdict {

  /// @param text as it may be kept; the very object that was checked, if nothing had to be changed
  record Clean(String text) implements Verdict {}

  /// @param code BAD_TEXT, TEXT_EMPTY or TEXT_TOO_LONG
  record Refused(Refusal code) implements Verdict {}
}
