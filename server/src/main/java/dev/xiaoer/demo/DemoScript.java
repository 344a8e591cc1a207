package dev.xiaoer.demo;

import dev.xiaoer.accounts.StaffMember;
import dev.xiaoer.orders.Order;
import dev.xiaoer.protocol.Frame;
import dev.xiaoer.shops.Product;
import dev.xiaoer.shops.ShopGroup;
import dev.xiaoer.shops.WidgetLook;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/// The cast and the props of the demo, from `demo.json`.
///
/// @param password of all its staff; known to everybody, which is why a demo listens to its own machine only
record DemoScript(
    String shop,
    String desk,
    String name,
    WidgetLook look,
    List<ShopGroup> groups,
    String password,
    List<Person> staff,
    List<DemoDesk.Customer> customers,
    List<Product> products,
    List<Purchase> orders) {

  static DemoScript read(JsonMapper json) {
    return read(json, "demo.json", DemoScript.class);
  }

  static <T> T read(JsonMapper json, String name, Class<T> type) {
    try (InputStream file = Objects.requireNonNull(DemoScript.class.getResourceAsStream(name))) {
      return json.readValue(new String(file.readAllBytes(), StandardCharsets.UTF_8), type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// @param name the sign-in name
  /// @param cap how many buyers at once: one of them takes one only, so that a queue can be tried with two buyers
  record Person(String name, String displayName, Frame.Role role, List<String> groups, int cap) {

    StaffMember at(String desk) {
      return new StaffMember("demo-" + name, desk, name, displayName, role, Set.copyOf(groups), cap);
    }
  }

  record Purchase(String number, String customer, int hoursAgo, Order.State state, List<Line> items) {}

  record Line(String product, int quantity) {}

  Order order(Purchase purchase, Instant now) {
    var items = purchase.items().stream().map(line -> {
      Product product = product(line.product());
      return new Order.Item(product.id(), product.name(), line.quantity(), product.price());
    }).toList();
    Instant placed = now.minus(Duration.ofHours(purchase.hoursAgo()));
    return new Order(purchase.number(), shop, purchase.customer(), placed, purchase.state(), items);
  }

  private Product product(String id) {
    return products.stream().filter(product -> product.id().equals(id)).findFirst().orElseThrow();
  }
}
