package dev.xiaoer.replies;

import java.util.Locale;
import java.util.Optional;

/// A rule that had its moment, and what became of it: the reason of what the desk says and of its silence.
///
/// @param rule   its id, or that of an answer of the FAQ
/// @param detail the keyword that was found, or how much of the question agrees
public record Considered(ReplyKind kind, String rule, Outcome outcome, Optional<String> detail) {

  public enum Outcome {
    SAID,
    /// As often as its limit allows.
    LIMIT_REACHED,
    /// Not long enough ago.
    TOO_SOON,
    /// Another one speaks.
    OUTRANKED, SWITCHED_OFF,
    /// A variable has no value, and there is no text without it.
    WORDLESS;

    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
