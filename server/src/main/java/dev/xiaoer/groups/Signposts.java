package dev.xiaoer.groups;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Shows the way to buyers who have asked for no group (C9). Of several groups that would do, the first in the shop's menu
/// is meant. A page says more than an order: it is what the buyer looks at now.
public final class Signposts {

  private final List<GroupRules> menu;

  /// @param menu what is settled for the groups of a shop, in their order
  public Signposts(List<GroupRules> menu) {
    this.menu = List.copyOf(menu);
  }

  /// @return null when no group is meant for this page
  public @Nullable String byPage(String page) {
    return first(signpost -> signpost.isFor(page));
  }

  /// Whether it matters how far an order has come: else nobody need look it up.
  public boolean goByOrders() {
    return menu.stream().anyMatch(group -> !group.signpost().orders().isEmpty());
  }

  /// @return null when no group is meant for such buyers
  public @Nullable String byOrder(OrderStage stage) {
    return first(signpost -> signpost.orders().contains(stage));
  }

  private @Nullable String first(Predicate<Signpost> meant) {
    return menu.stream().filter(group -> meant.test(group.signpost())).map(GroupRules::group).findFirst().orElse(null);
  }
}
