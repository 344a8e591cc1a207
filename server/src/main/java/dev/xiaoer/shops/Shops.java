package dev.xiaoer.shops;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The shops of all desks, from this node's memory: asking never waits for Redis. A change is seen by every node as soon
/// as it hears of it, within a minute at the latest.
public interface Shops {

  @Nullable
  Shop find(String id);

  List<Shop> all();

  default List<Shop> ofDesk(String desk) {
    return all().stream().filter(shop -> shop.desk().equals(desk)).toList();
  }

  /// Adds a shop or replaces the one of this id.
  void save(Shop shop);
}
