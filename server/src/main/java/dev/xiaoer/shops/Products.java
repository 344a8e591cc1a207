package dev.xiaoer.shops;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The goods of all shops. Every method asks the store and waits for it: not for Lettuce's threads.
public interface Products {

  @Nullable
  Product find(String shop, String id);

  /// @param words that name, detail or id contain, in any case; empty for all
  /// @return at most so many, by name
  List<Product> search(String shop, String words, int limit);

  /// Adds a product or replaces the one of this id.
  void save(String shop, Product product);

  /// @return false when there is no such product
  boolean remove(String shop, String id);
}
