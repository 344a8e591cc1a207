package dev.xiaoer.routing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What can be found again without knowing its id. The conversations themselves stay.
///
/// @param closedFor how long a closed conversation is in the list of its desk
/// @param closedMost how many a desk's list has at most
/// @param buyerFor how long a buyer's list is kept after the last conversation in it was opened
/// @param buyerMost how many a buyer's list has at most
@ConfigurationProperties("desk.history")
record HistorySettings(@DefaultValue("90d") Duration closedFor, @DefaultValue("50000") int closedMost,
    @DefaultValue("180d") Duration buyerFor, @DefaultValue("100") int buyerMost) {

  HistorySettings {
    if (!closedFor.isPositive() || !buyerFor.isPositive() || closedMost < 1 || buyerMost < 1) {
      throw new IllegalArgumentException("desk.history: times are more than 0 and numbers start at 1");
    }
  }
}
