package dev.xiaoer.shops;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

@Component
class RedisCustomers implements Customers {

  private final StringRedisTemplate redis;
  private final Duration kept;

  RedisCustomers(StringRedisTemplate redis, BuyerTokenSettings settings) {
    this.redis = redis;
    this.kept = settings.anonymous();
  }

  @Override
  public @Nullable String of(Buyer buyer) {
    return buyer.known() ? redis.opsForValue().get(ShopKeys.customer(buyer)) : null;
  }

  @Override
  public void remember(Buyer buyer, String customer) {
    redis.opsForValue().set(ShopKeys.customer(buyer), customer, kept);
  }
}
