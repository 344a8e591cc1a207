package dev.xiaoer.shops;

import org.jspecify.annotations.Nullable;

/// Which of a shop's customers a known buyer is. Every method asks the store and waits for it.
public interface Customers {

  /// @return the shop's own id of the customer; null of a buyer nobody has vouched for, or not for a long time
  @Nullable
  String of(Buyer buyer);

  void remember(Buyer buyer, String customer);
}
