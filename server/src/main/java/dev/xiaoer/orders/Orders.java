package dev.xiaoer.orders;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The orders of all shops. Every method asks Redis and waits for it.
public interface Orders {

  @Nullable
  Order find(String shop, String number);

  /// @return the youngest first
  List<Order> ofShop(String shop);

  /// @return what this customer of the shop ordered, the youngest first
  List<Order> ofCustomer(String shop, String customer, int most);

  /// Takes over an order from the shop, or its newer state.
  void save(Order order);
}
