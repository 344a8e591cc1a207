package dev.xiaoer.orders.web;

import dev.xiaoer.accounts.StaffMember;
import dev.xiaoer.http.RefusedException;
import dev.xiaoer.orders.Order;
import dev.xiaoer.orders.Orders;
import dev.xiaoer.protocol.Refusal;
import dev.xiaoer.shops.Shop;
import dev.xiaoer.shops.Shops;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What was bought in the shops of the own desk; another desk's shop is not found.
@RestController
@RequestMapping("/api/v1/shops/{shop}/orders")
@Tag(name = "Shops")
class OrderController {

  static final String NUMBER = "[A-Za-z0-9_-]{1,36}";
  private static final String PRODUCT = "[A-Za-z0-9_-]{1,64}";
  private static final long DEAREST = 100_000_000_000L;
  /// No shop has orders from before it; what is older was misread.
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  /// The shop's clock may be ahead of ours.
  private static final Duration AHEAD = Duration.ofDays(1);

  private final Shops shops;
  private final Orders orders;
  private final Clock clock;

  OrderController(Shops shops, Orders orders, Clock clock) {
    this.shops = shops;
    this.orders = orders;
    this.clock = clock;
  }

  /// @param customer the shop's own id of who ordered: the `sub` of that buyer's signed identity
  record Placed(
      @NotBlank @Size(max = 255) String customer,
      Instant placedAt,
      Order.State state,
      @NotEmpty @Size(max = 100) List<@Valid Line> items) {}

  /// @param price of one, in cents
  record Line(
      @Pattern(regexp = PRODUCT) String product,
      @NotBlank @Size(max = 120) String name,
      @Min(1) @Max(10_000) int quantity,
      @Min(0) @Max(DEAREST) long price) {}

  @PutMapping("/{number}")
  @Operation(summary = "Takes over an order from the shop, or its newer state")
  Order save(
      @AuthenticationPrincipal StaffMember admin,
      @PathVariable("shop") String shopId,
      @PathVariable @Pattern(regexp = NUMBER) String number,
      @Valid @RequestBody Placed placed) {
    Shop shop = shops.find(shopId);
    if (shop == null || !shop.desk().equals(admin.desk())) {
      throw new RefusedException(Refusal.NOT_FOUND);
    }
    if (placed.placedAt().isBefore(EARLIEST) || placed.placedAt().isAfter(clock.instant().plus(AHEAD))) {
      throw new RefusedException(Refusal.INVALID);
    }
    var items = placed.items().stream()
        .map(line -> new Order.Item(line.product(), line.name(), line.quantity(), line.price()))
        .toList();
    var order = new Order(number, shop.id(), placed.customer(), placed.placedAt(), placed.state(), items);
    orders.save(order);
    return order;
  }
}
