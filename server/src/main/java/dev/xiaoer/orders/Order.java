package dev.xiaoer.orders;

import java.time.Instant;
import java.util.List;

/// An order of a shop.
///
/// @param number what buyer and shop call it by; the same number never twice in a shop
/// @param customer the shop's own id of who ordered: the `sub` of that buyer's signed identity
/// @param state how far it has come
public record Order(
    String number,
    String shop,
    String customer,
    Instant placedAt,
    State state,
    List<Item> items) {

  public Order {
    items = List.copyOf(items);
  }

  /// In cents.
  public long total() {
    return items.stream().mapToLong(item -> item.price() * item.quantity()).sum();
  }

  public enum State {
    PAID, PACKED, SHIPPED, RECEIVED
  }

  /// @param product the shop's own id of it
  /// @param price of one, in cents
  public record Item(String product, String name, int quantity, long price) {}
}
