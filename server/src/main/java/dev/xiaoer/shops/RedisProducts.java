package dev.xiaoer.shops;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.core.HashOperations;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// One hash a shop, read as a whole: a catalogue of thousands is still less than a megabyte.
@Component
class RedisProducts implements Products {

  private final HashOperations<String, String, String> hashes;
  private final JsonMapper json;

  RedisProducts(StringRedisTemplate redis, JsonMapper json) {
    this.hashes = redis.opsForHash();
    this.json = json;
  }

  @Override
  public @Nullable Product find(String shop, String id) {
    String kept = hashes.get(ShopKeys.products(shop), id);
    return kept == null ? null : read(kept);
  }

  @Override
  public List<Product> search(String shop, String words, int limit) {
    String wanted = words.strip().toLowerCase(Locale.ROOT);
    return hashes.values(ShopKeys.products(shop)).stream()
        .map(this::read)
        .filter(product -> product.isAbout(wanted))
        .sorted(Comparator.comparing(Product::name).thenComparing(Product::id))
        .limit(limit)
        .toList();
  }

  @Override
  public void save(String shop, Product product) {
    hashes.put(ShopKeys.products(shop), product.id(), json.writeValueAsString(product));
  }

  @Override
  public boolean remove(String shop, String id) {
    return hashes.delete(ShopKeys.products(shop), id) > 0;
  }

  private Product read(String kept) {
    return json.readValue(kept, Product.class);
  }
}
