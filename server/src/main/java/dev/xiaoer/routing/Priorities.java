package dev.xiaoer.routing;

import dev.xiaoer.groups.GroupRules;
import org.jspecify.annotations.Nullable;

/// Who is served before others: 9 first. In front of everybody are those who were put back.
final class Priorities {

  /// What the shop's server calls a buyer who complains.
  private static final String COMPLAINT = "complaint";
  private static final int OF_COMPLAINTS = 8;

  private Priorities() {}

  /// What the group has settled for the tier; a complaint goes first where it has settled nothing.
  static int of(GroupRules rules, @Nullable String tier) {
    return COMPLAINT.equals(tier) && !rules.tiers().containsKey(tier) ? OF_COMPLAINTS : rules.priority(tier);
  }
}
