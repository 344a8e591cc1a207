package dev.xiaoer.gateway;

import dev.xiaoer.groups.DeskRules;
import dev.xiaoer.groups.OrderStage;
import dev.xiaoer.groups.Signposts;
import dev.xiaoer.orders.Order;
import dev.xiaoer.orders.Orders;
import dev.xiaoer.routing.Doors;
import dev.xiaoer.shops.Buyer;
import dev.xiaoer.shops.Customers;
import dev.xiaoer.shops.Shop;
import dev.xiaoer.shops.ShopGroup;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// Brings a buyer to a group: the one that was asked for, else the one the signposts of the desk show, else the first of
/// the shop's where somebody is.
final class Ushers {

  private final DeskRules rules;
  private final Doors doors;
  private final Customers customers;
  private final Orders orders;
  private final Executor virtualThreads;

  Ushers(DeskRules rules, Doors doors, Customers customers, Orders orders, Executor virtualThreads) {
    this.rules = rules;
    this.doors = doors;
    this.customers = customers;
    this.orders = orders;
    this.virtualThreads = virtualThreads;
  }

  /// @param asked what the buyer has chosen from the menu; null for nothing
  /// @param page what the shop's page calls itself; null when it says nothing
  /// @return null when the shop has no such group
  CompletionStage<@Nullable String> group(Shop shop, Buyer buyer, @Nullable String asked, @Nullable String page) {
    List<String> menu = shop.groups().stream().map(ShopGroup::id).toList();
    if (asked != null) {
      return CompletableFuture.completedStage(menu.contains(asked) ? asked : null);
    }
    var signposts = new Signposts(menu.stream().map(group -> rules.of(shop.desk(), group)).toList());
    String byPage = page == null ? null : signposts.byPage(page);
    return byPage == null
        ? byOrder(signposts, buyer).thenCompose(group -> group == null
            ? firstStaffed(shop.desk(), menu)
            : CompletableFuture.completedStage(group))
        : CompletableFuture.completedStage(byPage);
  }

  private CompletionStage<@Nullable String> byOrder(Signposts signposts, Buyer buyer) {
    return signposts.goByOrders()
        ? CompletableFuture.supplyAsync(() -> signposts.byOrder(stage(buyer)), virtualThreads)
        : CompletableFuture.completedStage(null);
  }

  private OrderStage stage(Buyer buyer) {
    String customer = customers.of(buyer);
    List<Order> youngest = customer == null ? List.of() : orders.ofCustomer(buyer.shop(), customer, 1);
    return youngest.isEmpty() ? OrderStage.NONE : switch (youngest.getFirst().state()) {
      case PAID -> OrderStage.PAID;
      case PACKED -> OrderStage.PACKED;
      case SHIPPED -> OrderStage.SHIPPED;
      case RECEIVED -> OrderStage.RECEIVED;
    };
  }

  private CompletionStage<@Nullable String> firstStaffed(String desk, List<String> menu) {
    return doors.of(desk, menu).thenApply(found -> menu.stream()
        .filter(group -> !Objects.requireNonNull(found.get(group)).isForMessages())
        .findFirst().orElse(menu.getFirst()));
  }
}
