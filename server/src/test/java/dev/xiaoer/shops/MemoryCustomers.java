package dev.xiaoer.shops;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The twin without Redis.
final class MemoryCustomers implements Customers {

  private final Map<Buyer, String> customers = new HashMap<>();

  @Override
  public @Nullable String of(Buyer buyer) {
    return customers.get(buyer);
  }

  @Override
  public void remember(Buyer buyer, String customer) {
    customers.put(buyer, customer);
  }
}
