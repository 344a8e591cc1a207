package dev.xiaoer.groups;

import java.util.List;
import java.util.Set;

/// Which buyers who have asked for no group come to this one.
///
/// @param orders how far their youngest order has come
/// @param pages what the shop's page they write from calls itself; one that ends in `*` means all that begin like it
public record Signpost(Set<OrderStage> orders, List<String> pages) {

  /// Nobody comes by it.
  public static final Signpost NOWHERE = new Signpost(Set.of(), List.of());
  private static final String ANYTHING = "*";

  public Signpost {
    orders = Set.copyOf(orders);
    pages = List.copyOf(pages);
  }

  boolean isFor(String page) {
    return pages.stream().anyMatch(one -> one.endsWith(ANYTHING)
        ? page.startsWith(one.substring(0, one.length() - 1))
        : page.equals(one));
  }
}
