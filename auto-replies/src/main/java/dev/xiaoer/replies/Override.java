package dev.xiaoer.replies;

import org.jspecify.annotations.Nullable;

/// What a desk, a group or an agent changes of a rule. What was switched off further up stays off.
public sealed interface Override {

  record Off() implements Override {}

  /// @param fallback see [Rule.Saying]
  record Words(Wording text, @Nullable Wording fallback) implements Override {}

  /// An agent's own words, such as the away reply that is typed before hanging up (B2).
  static Override typed(String text) {
    return new Words(Wording.literal(text), null);
  }
}
