package dev.xiaoer.shops.web;

import dev.xiaoer.accounts.StaffMember;
import dev.xiaoer.http.RefusedException;
import dev.xiaoer.protocol.Refusal;
import dev.xiaoer.shops.Shop;
import dev.xiaoer.shops.Shops;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.util.List;
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

  private final Shops shops;

  ShopSettingsController(Shops shops) {
    this.shops = shops;
  }

  @GetMapping
  @Operation(summary = "The shops of the own desk")
  List<ShopForm.Kept> list(@AuthenticationPrincipal StaffMember admin) {
    return shops.ofDesk(admin.desk()).stream().map(ShopForm.Kept::of).toList();
  }

  @PutMapping("/{id}")
  @Operation(summary = "Adds a shop to the own desk, or changes it; every node sees it at once")
  ShopForm.Kept save(
      @AuthenticationPrincipal StaffMember admin,
      @PathVariable @Pattern(regexp = ShopForm.ID) String id,
      @Valid @RequestBody ShopForm form) {
    Shop before = shops.find(id);
    if (before != null && !before.desk().equals(admin.desk())) {
      throw new RefusedException(Refusal.NOT_FOUND);
    }
    Shop shop = form.shop(id, admin.desk());
    shops.save(shop);
    return ShopForm.Kept.of(shop);
  }
}
