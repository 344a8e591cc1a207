package dev.xiaoer.shops;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.xiaoer.redis.RedisLink;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// All shops are one entry of the cache. It is loaded when the node starts and refreshed in the background from then on,
/// the old entry serving meanwhile: nobody who asks for a shop waits, also not while Redis is away.
@Component
class RedisShops implements Shops, DisposableBean {

  private static final Duration OLDEST = Duration.ofMinutes(1);
  private static final String ALL = "all";

  private final StringRedisTemplate redis;
  private final RedisLink link;
  private final StoredShops stored;
  private final LoadingCache<String, Map<String, Shop>> cache;
  private final ExecutorService renewal = Executors.newVirtualThreadPerTaskExecutor();
  private final RedisLink.Subscription changes;

  RedisShops(StringRedisTemplate redis, RedisLink link, JsonMapper json) {
    this.redis = redis;
    this.link = link;
    this.stored = new StoredShops(json);
    this.cache = Caffeine.newBuilder().refreshAfterWrite(OLDEST).build(key -> load());
    this.changes = link.subscribe(ShopKeys.CHANGED, _ -> renewal.execute(this::renew));
    cache.put(ALL, load());
  }

  @Override
  public @Nullable Shop find(String id) {
    return cache.get(ALL).get(id);
  }

  @Override
  public List<Shop> all() {
    return cache.get(ALL).values().stream().sorted(Comparator.comparing(Shop::id)).toList();
  }

  @Override
  public void save(Shop shop) {
    redis.opsForHash().put(ShopKeys.SHOPS, shop.id(), stored.write(shop));
    renew();
    link.publish(ShopKeys.CHANGED, shop.id()).toCompletableFuture().join();
  }

  @Override
  public void destroy() {
    changes.close();
    renewal.close();
  }

  /// One after the other, so that what was read last is kept. Not by a refresh: that joins a reading already under way,
  /// which may have seen what was there before the change.
  private synchronized void renew() {
    cache.put(ALL, load());
  }

  private Map<String, Shop> load() {
    Map<String, Shop> shops = new HashMap<>();
    redis.<String, String>opsForHash().entries(ShopKeys.SHOPS)
        .forEach((id, text) -> shops.put(id, stored.read(text)));
    return Map.copyOf(shops);
  }
}
