package dev.xiaoer.replies;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The agent of a conversation.
///
/// @param since  when the state began; null when it is not known
/// @param backAt when the agent will be back, if that is known
/// @param full   whether the agent has as many buyers as one can have
public record Serving(
    String id, String name, State state, @Nullable Instant since, @Nullable Instant backAt, boolean full) {

  public enum State {
    ONLINE,
    /// The shift is over, the conversations are not.
    DRAINING, HUNG_UP, ON_BREAK, AWAY,
    /// Away longer than agreed.
    OVERDUE, OFFLINE;

    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whether a person answers now.
    public boolean answers() {
      return this == ONLINE || this == DRAINING;
    }
  }
}
