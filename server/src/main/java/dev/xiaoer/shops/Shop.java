package dev.xiaoer.shops;

import java.util.List;
import java.util.Set;

/// A storefront that embeds the widget.
///
/// @param desk who answers its buyers
/// @param groups the first is for buyers who ask for none
/// @param origins `scheme://host[:port]` of the pages that may embed the widget, exactly; none are, when empty
/// @param identityEnforced only buyers whose identity the shop's server has signed come in
public record Shop(
    String id,
    String desk,
    String name,
    List<ShopGroup> groups,
    Set<String> origins,
    WidgetLook look,
    boolean identityEnforced) {

  public Shop {
    groups = List.copyOf(groups);
    origins = Set.copyOf(origins);
    if (groups.isEmpty()) {
      throw new IllegalArgumentException("a shop has at least one group");
    }
    origins.forEach(Origins::check);
  }

  /// A shop with the plain look, in one language.
  public Shop(
      String id,
      String desk,
      String name,
      List<ShopGroup> groups,
      Set<String> origins,
      String color,
      String greeting,
      boolean identityEnforced) {
    this(id, desk, name, groups, origins, WidgetLook.plain(color, greeting), identityEnforced);
  }

  /// What pictures and pages of the shop may be loaded from.
  public ShopAddresses addresses() {
    return new ShopAddresses(origins);
  }
}
