package dev.xiaoer.replies;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// Which kinds a situation calls for.
final class Triggers {

  private Triggers() {}

  /// Whether a rule that tells how things stand has its moment; those that answer have it when their question is found.
  static boolean fit(Rule rule, Situation situation, ZoneId zone) {
    return switch (situation.moment()) {
      case Moment.BuyerSpoke(var _) -> fitsWords(rule.kind(), situation, zone);
      case Moment.Queued() -> rule.kind() == ReplyKind.QUEUEING && isQueueing(situation);
      case Moment.TimePassed() -> rule.when() instanceof Rule.After(var wait) && situation.waitingSince() != null
          && isThere(situation.agent()) && situation.waited().compareTo(wait) >= 0;
      case Moment.Closed() -> rule.kind() == ReplyKind.CLOSING;
    };
  }

  private static boolean fitsWords(ReplyKind kind, Situation situation, ZoneId zone) {
    Serving agent = situation.agent();
    return switch (kind) {
      case HUNG_UP -> is(agent, Serving.State.HUNG_UP);
      case ON_BREAK -> is(agent, Serving.State.ON_BREAK);
      case AWAY -> is(agent, Serving.State.AWAY) || is(agent, Serving.State.OVERDUE);
      case OFF_HOURS -> situation.closedSince() != null;
      case QUEUEING -> isQueueing(situation);
      case BUSY -> agent != null && agent.full() && agent.state().answers();
      case FIRST_RECEPTION -> isFirstToday(situation, zone);
      case SLOW_ANSWER, CLOSING, KEYWORD, FAQ -> false;
    };
  }

  private static boolean isQueueing(Situation situation) {
    return situation.place() != null && situation.agent() == null && situation.waitingSince() != null;
  }

  private static boolean isFirstToday(Situation situation, ZoneId zone) {
    return situation.lastSpoke() == null
        || situation.lastSpoke().atZone(zone).toLocalDate().isBefore(situation.now().atZone(zone).toLocalDate());
  }

  private static boolean isThere(@Nullable Serving agent) {
    return agent != null && agent.state().answers();
  }

  private static boolean is(@Nullable Serving agent, Serving.State state) {
    return agent != null && agent.state() == state;
  }
}
