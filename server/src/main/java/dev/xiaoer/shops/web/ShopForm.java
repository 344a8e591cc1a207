package dev.xiaoer.shops.web;

import dev.xiaoer.shops.Bilingual;
import dev.xiaoer.shops.Shop;
import dev.xiaoer.shops.ShopGroup;
import dev.xiaoer.shops.WidgetLook;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What an administrator says about a shop.
///
/// @param groups the first is for buyers who ask for none
/// @param origins `scheme://host[:port]` of the pages that may embed the widget
/// @param color `#rrggbb`
/// @param side of the page where the widget's button is
/// @param launcher on the button; the widget's own words are used where it is empty
/// @param policy what happens to what people write
record ShopForm(
    @NotBlank @Size(max = 64) String name,
    @NotEmpty @Size(max = 50) List<@Valid Group> groups,
    @Size(max = 50) Set<@Pattern(regexp = ORIGIN) String> origins,
    @Pattern(regexp = "#[0-9a-fA-F]{6}") String color,
    WidgetLook.Side side,
    @Valid Greeting greeting,
    @Valid Launcher launcher,
    @Valid @Nullable Policy policy,
    boolean identityEnforced) {

  static final String ID = "[A-Za-z0-9_-]{1,36}";
  private static final String ORIGIN = "https?://[A-Za-z0-9.\\[\\]:-]{1,255}";

  record Group(@Pattern(regexp = ID) String id, @Valid GroupName name) {}

  /// @param en empty where there is none, as in all that follow
  record GroupName(@NotBlank @Size(max = 64) String zh, @Size(max = 64) String en) {}

  record Greeting(@Size(max = 500) String zh, @Size(max = 500) String en) {}

  record Launcher(@Size(max = 20) String zh, @Size(max = 40) String en) {}

  record Policy(@Size(max = 2_000) String zh, @Size(max = 4_000) String en) {}

  /// A shop as it is kept.
  record Kept(
      String id,
      String desk,
      String name,
      List<ShopGroup> groups,
      Set<String> origins,
      String color,
      WidgetLook.Side side,
      Bilingual greeting,
      Bilingual launcher,
      @Nullable Bilingual policy,
      boolean identityEnforced) {

    static Kept of(Shop shop) {
      WidgetLook look = shop.look();
      return new Kept(shop.id(), shop.desk(), shop.name(), shop.groups(), shop.origins(), look.color(), look.side(),
          look.greeting(), look.launcher(), look.policy(), shop.identityEnforced());
    }
  }

  Shop shop(String id, String desk) {
    var look = new WidgetLook(color, side, new Bilingual(greeting.zh(), greeting.en()),
        new Bilingual(launcher.zh(), launcher.en()),
        policy == null ? null : new Bilingual(policy.zh(), policy.en()));
    List<ShopGroup> offered = groups.stream()
        .map(group -> new ShopGroup(group.id(), new Bilingual(group.name().zh(), group.name().en())))
        .toList();
    return new Shop(id, desk, name, offered, origins, look, identityEnforced);
  }
}
