package dev.xiaoer.groups;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Looks through what is to be settled for a group for values that cannot be.
public final class RuleFaults {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,36}");
  private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{0,50}");
  private static final Duration SECONDS = Duration.ofSeconds(5);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);
  private static final int MOST_AGENTS = 1_000;
  private static final int MOST_WEIGHTS = 500;
  private static final int MOST_HOPS = 20;
  private static final int MOST_TIERS = 20;
  private static final int MOST_WAITING = 100_000;
  private static final int MOST_SPANS = 4;
  private static final int MOST_DAYS = 60;
  private static final int MOST_PAGES = 50;
  /// A star, for whatever comes, stands at the end.
  private static final Pattern PAGE = Pattern.compile("[^\\p{Cntrl}\\s*][^\\p{Cntrl}*]{0,98}\\*?");

  private @Nullable String first;

  private RuleFaults() {}

  /// @param groups of the desk
  /// @return the path of the first field that has a value it may not have; null when all may be
  public static @Nullable String first(GroupRules rules, Set<String> groups) {
    var faults = new RuleFaults();
    faults.look(rules, groups);
    return faults.first;
  }

  private void look(GroupRules rules, Set<String> groups) {
    check("group", groups.contains(rules.group()));
    check("version", rules.version() >= 0);
    look(rules.hangUp());
    look(rules.breaks());
    check("floor", isIn(rules.floor(), 0, MOST_AGENTS));
    look(rules.servedLately());
    look(rules.overflow(), rules.group(), groups);
    check("answerWithin", rules.answerWithin() == null || isIn(rules.answerWithin(), SECONDS, HOUR));
    check("weights", rules.weights().size() <= MOST_WEIGHTS);
    rules.weights().forEach((agent, weight) -> check("weights." + agent, ID.matcher(agent).matches()
        && isIn(weight, 1, 100)));
    look(rules.hours());
    check("queue.most", rules.queue().most() == null || isIn(rules.queue().most(), 1, MOST_WAITING));
    check("queue.longest", rules.queue().longest() == null || isIn(rules.queue().longest(), SECONDS, DAY));
    check("transfer.answer", isIn(rules.transfer().answer(), SECONDS, HOUR));
    check("transfer.hops", isIn(rules.transfer().hops(), 0, MOST_HOPS));
    check("tiers", rules.tiers().size() <= MOST_TIERS);
    rules.tiers().forEach((tier, priority) -> check("tiers." + tier, !tier.isBlank() && NAME.matcher(tier).matches()
        && isIn(priority, 0, 9)));
    look(rules.signpost());
  }

  private void look(Signpost signpost) {
    check("signpost.pages", signpost.pages().size() <= MOST_PAGES
        && Set.copyOf(signpost.pages()).size() == signpost.pages().size());
    signpost.pages().forEach(page -> check("signpost.pages." + page, PAGE.matcher(page).matches()));
  }

  private void look(HangUpRules rules) {
    check("hangUp.limit", isIn(rules.limit(), Duration.ofMinutes(1), DAY));
    check("hangUp.warning", rules.warning().isPositive() && rules.warning().compareTo(rules.limit()) < 0);
    check("hangUp.grace", isIn(rules.grace(), Duration.ZERO, HOUR));
    check("hangUp.most", isIn(rules.most(), rules.limit(), DAY));
  }

  private void look(BreakRules rules) {
    check("breaks.length", isIn(rules.length(), Duration.ofMinutes(1), DAY));
    check("breaks.atOnce", isIn(rules.atOnce(), 1, MOST_AGENTS));
    check("breaks.hold", isIn(rules.hold(), SECONDS, HOUR));
    check("breaks.unanswered", isIn(rules.unanswered(), SECONDS, HOUR));
  }

  /// Who is hung up is not come back to for longer than who is there.
  private void look(ServedLately rules) {
    check("servedLately.hungUp", isIn(rules.hungUp(), Duration.ZERO, rules.online()));
    check("servedLately.online", isIn(rules.online(), Duration.ZERO, Duration.ofDays(90)));
  }

  private void look(@Nullable Overflow overflow, String group, Set<String> groups) {
    if (overflow != null) {
      check("overflow.group", groups.contains(overflow.group()) && !overflow.group().equals(group));
      check("overflow.after", isIn(overflow.after(), Duration.ofSeconds(1), DAY));
    }
  }

  private void look(Hours hours) {
    for (Map.Entry<?, List<Span>> day : hours.week().entrySet()) {
      check("hours.week." + day.getKey(), arePossible(day.getValue()));
    }
    var dates = new HashSet<LocalDate>();
    check("hours.exceptions", hours.exceptions().size() <= MOST_DAYS);
    for (ExceptionDay day : hours.exceptions()) {
      check("hours.exceptions." + day.date(), dates.add(day.date()) && arePossible(day.spans())
          && NAME.matcher(day.name()).matches());
    }
  }

  /// One begins when the one before is over; only the last may end on the next day.
  private static boolean arePossible(List<Span> spans) {
    List<Span> inOrder = spans.stream().sorted(Comparator.comparing(Span::from)).toList();
    for (int i = 0; i < inOrder.size(); i++) {
      Span span = inOrder.get(i);
      boolean empty = span.from().equals(span.to()) && !span.equals(Span.WHOLE_DAY);
      boolean overlaps = i + 1 < inOrder.size()
          && (span.endsNextDay() || inOrder.get(i + 1).from().isBefore(span.to()));
      if (empty || overlaps) {
        return false;
      }
    }
    return spans.size() <= MOST_SPANS;
  }

  private static boolean isIn(int value, int least, int most) {
    return value >= least && value <= most;
  }

  private static boolean isIn(Duration value, Duration least, Duration most) {
    return value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
  }

  private void check(String field, boolean possible) {
    if (!possible && first == null) {
      first = field;
    }
  }
}
