package dev.xiaoer.shops.web;

import dev.xiaoer.http.CallerAddress;
import dev.xiaoer.http.RateLimits;
import dev.xiaoer.http.RefusedException;
import dev.xiaoer.protocol.Refusal;
import dev.xiaoer.shops.Bilingual;
import dev.xiaoer.shops.Shop;
import dev.xiaoer.shops.ShopGroup;
import dev.xiaoer.shops.Shops;
import dev.xiaoer.shops.WidgetFacts;
import dev.xiaoer.shops.WidgetLook;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/shops/{shop}/widget")
@Tag(name = "Buyers")
class WidgetController {

  private final Shops shops;
  private final WidgetFacts facts;
  private final RateLimits limits;
  private final BuyerLimits settings;

  WidgetController(Shops shops, WidgetFacts facts, RateLimits limits, BuyerLimits settings) {
    this.shops = shops;
    this.facts = facts;
    this.limits = limits;
    this.settings = settings;
  }

  /// @param groups the first is for buyers who ask for none
  /// @param identityRequired whether only buyers come in for whom the shop's server vouches
  /// @param firstReplySeconds how long buyers have waited lately for a first answer; null where too few were answered
  record Widget(
      String shop,
      String name,
      String color,
      WidgetLook.Side side,
      Bilingual greeting,
      Bilingual launcher,
      @Nullable Bilingual policy,
      List<Group> groups,
      WidgetFacts.Files files,
      boolean identityRequired,
      @Nullable Integer firstReplySeconds) {}

  /// @param onDuty how many agents are there for who comes now; where there is none, the buyer leaves a message
  /// @param open whether it is within the group's hours
  /// @param opensAt when they begin again; null while it is open, and when that is not known
  /// @param full whether as many wait as may
  record Group(
      String id,
      Bilingual name,
      int onDuty,
      boolean open,
      @Nullable Instant opensAt,
      boolean full) {

    private static Group of(ShopGroup group, WidgetFacts.Door door) {
      return new Group(group.id(), group.name(), door.onDuty(), door.open(), door.opensAt(), door.full());
    }
  }

  @GetMapping
  @Operation(summary = "What the widget of a shop looks like, which groups it offers and what it may send")
  Widget widget(@PathVariable("shop") String id, HttpServletRequest request) {
    limits.require(settings.ofLooks(), CallerAddress.of(request.getRemoteAddr()));
    Shop shop = shops.find(id);
    if (shop == null) {
      throw new RefusedException(Refusal.NOT_FOUND);
    }
    WidgetLook look = shop.look();
    return new Widget(shop.id(), shop.name(), look.color(), look.side(), look.greeting(), look.launcher(),
        look.policy(), groups(shop), facts.files(), shop.identityEnforced(),
        facts.firstReplySeconds(shop.desk(), shop.id()));
  }

  private List<Group> groups(Shop shop) {
    Map<String, WidgetFacts.Door> doors = facts.doors(shop.desk(), shop.groups().stream().map(ShopGroup::id).toList());
    return shop.groups().stream()
        .map(group -> Group.of(group, Objects.requireNonNull(doors.get(group.id()))))
        .toList();
  }
}
