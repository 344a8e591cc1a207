package dev.xiaoer.demo;

import dev.xiaoer.orders.Order;
import dev.xiaoer.orders.Orders;
import dev.xiaoer.protocol.Frame;
import dev.xiaoer.shops.Product;
import dev.xiaoer.shops.ShopGroup;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;

/// What the demo's pages show, and what its shop's server would do.
@Service
@Profile("demo")
public class DemoDesk {

  private final DemoScript script;
  private final DemoIdentities identities;
  private final Orders orders;

  DemoDesk(DemoScript script, DemoIdentities identities, Orders orders) {
    this.script = script;
    this.identities = identities;
    this.orders = orders;
  }

  public record Demo(
      DemoShop shop,
      List<Account> staff,
      List<Customer> customers,
      List<Product> products,
      List<DemoOrder> orders) {}

  public record DemoShop(String id, String name, List<ShopGroup> groups) {}

  /// @param cap how many buyers at once
  public record Account(
      String name,
      String displayName,
      Frame.Role role,
      String password,
      List<String> groups,
      int cap) {}

  /// @param total in cents
  public record DemoOrder(
      String number,
      String customer,
      Instant placedAt,
      Order.State state,
      List<Order.Item> items,
      long total) {

    static DemoOrder of(Order order) {
      return new DemoOrder(
          order.number(),
          order.customer(),
          order.placedAt(),
          order.state(),
          order.items(),
          order.total());
    }
  }

  /// @param id the shop's own id, the `sub` of the signed identity
  /// @param tier the customer's rank in the shop; null for none
  public record Customer(String id, String name, @Nullable String tier) {}

  public Demo shown() {
    return new Demo(
        new DemoShop(script.shop(), script.name(), script.groups()),
        script.staff().stream().map(this::account).toList(),
        script.customers(),
        script.products(),
        orders.ofShop(script.shop()).stream().map(DemoOrder::of).toList());
  }

  /// @return a signed identity, or null when the shop has no such customer
  public @Nullable String identity(String customer) {
    for (Customer known : script.customers()) {
      if (known.id().equals(customer)) {
        return identities.sign(known);
      }
    }
    return null;
  }

  private Account account(DemoScript.Person person) {
    return new Account(person.name(), person.displayName(), person.role(), script.password(), person.groups(),
        person.cap());
  }
}
