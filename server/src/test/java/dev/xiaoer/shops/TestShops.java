package dev.xiaoer.shops;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Shops in memory, for tests of what needs no more.
public final class TestShops implements Shops {

  private final Map<String, Shop> shops = new HashMap<>();

  public static Shop shop(String id, boolean identityEnforced) {
    return new Shop(id, "desk", id, List.of(new ShopGroup("g", "G")), Set.of(), "#000000", "", identityEnforced);
  }

  @Override
  public @Nullable Shop find(String id) {
    return shops.get(id);
  }

  @Override
  public List<Shop> all() {
    return List.copyOf(shops.values());
  }

  @Override
  public void save(Shop shop) {
    shops.put(shop.id(), shop);
  }
}
