package dev.xiaoer.replies;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a conversation stands at a moment, as far as the desk's own replies ask.
///
/// @param shop         its name
/// @param buyer        the buyer's name, if it is known
/// @param lastSpoke    when this buyer spoke to the shop before this moment; null for never
/// @param closedSince  since when nobody has been on duty; null while somebody is
/// @param opens        when somebody will be on duty again, where that is better known than by the hours of the pack
/// @param group        of the conversation, if any
/// @param agent        who serves it; null while nobody does
/// @param place        in the queue; null while not in it
/// @param waitingSince the first words that no person has answered, at the latest those of the moment; null when none are
///                     open. What the desk says by itself is no answer and must not end this wait
public record Situation(
    Moment moment,
    Instant now,
    String shop,
    @Nullable String buyer,
    @Nullable Instant lastSpoke,
    @Nullable Instant closedSince,
    @Nullable Instant opens,
    @Nullable String group,
    @Nullable Serving agent,
    @Nullable Place place,
    @Nullable Instant waitingSince) {

  public Situation {
    if (moment instanceof Moment.BuyerSpoke && waitingSince == null) {
      waitingSince = now;
    }
  }

  /// @param position from 1
  /// @param estimate of the wait, if there is one
  public record Place(int position, @Nullable Duration estimate) {}

  /// Whether no person answers: nobody is on duty, or the agent is not there. Who waits in the queue will be answered.
  boolean isUnattended() {
    return agent == null ? closedSince != null : !agent.state().answers();
  }

  Duration waited() {
    return waitingSince == null ? Duration.ZERO : Duration.between(waitingSince, now);
  }
}
