package dev.xiaoer.shops.web;

import dev.xiaoer.accounts.StaffMember;
import dev.xiaoer.http.RefusedException;
import dev.xiaoer.protocol.Refusal;
import dev.xiaoer.shops.Shop;
import dev.xiaoer.shops.ShopGroup;
import dev.xiaoer.shops.Shops;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// An administrator says which shops the own desk answers, and from which pages. Another desk's shop is not found.
@RestController
@RequestMapping("/api/v1/shops")
@Tag(name = "Shops")
class ShopSettingsController {

  private static final String ID = "[A-Za-z0-9_-]{1,36}";
  private static final String ORIGIN = "https?://[A-Za-z0-9.\\[\\]:-]{1,255}";

  private final Shops shops;

  ShopSettingsController(Shops shops) {
    this.shops = shops;
  }

  /// @param groups the first is for buyers who ask for none
  /// @param origins `scheme://host[:port]` of the pages that may embed the widget
  /// @param color `#rrggbb`
  record Look(
      @NotBlank @Size(max = 64) String name,
      @NotEmpty @Size(max = 50) List<@Valid Group> groups,
      @Size(max = 50) Set<@Pattern(regexp = ORIGIN) String> origins,
      @Pattern(regexp = "#[0-9a-fA-F]{6}") String color,
      @Size(max = 500) String greeting,
      boolean identityEnforced) {}

  record Group(@Pattern(regexp = ID) String id, @NotBlank @Size(max = 64) String name) {}

  @GetMapping
  @Operation(summary = "The shops of the own desk")
  List<Shop> list(@AuthenticationPrincipal StaffMember admin) {
    return shops.all().stream().filter(shop -> shop.desk().equals(admin.desk())).toList();
  }

  @PutMapping("/{id}")
  @Operation(summary = "Adds a shop to the own desk, or changes it; every node sees it at once")
  Shop save(@AuthenticationPrincipal StaffMember admin, @PathVariable String id, @Valid @RequestBody Look look) {
    Shop before = shops.find(id);
    if (!id.matches(ID) || (before != null && !before.desk().equals(admin.desk()))) {
      throw new RefusedException(Refusal.NOT_FOUND);
    }
    List<ShopGroup> groups = look.groups().stream().map(group -> new ShopGroup(group.id(), group.name())).toList();
    var shop = new Shop(id, admin.desk(), look.name(), groups, look.origins(), look.color(), look.greeting(),
        look.identityEnforced());
    shops.save(shop);
    return shop;
  }
}
