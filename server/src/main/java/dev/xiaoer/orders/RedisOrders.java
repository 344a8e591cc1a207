package dev.xiaoer.orders;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// One hash a shop, `{s:<shop>}:orders`, order number → JSON; and a zset a customer, order number → when it was placed.
@Component
class RedisOrders implements Orders {

  private final StringRedisTemplate redis;
  private final JsonMapper json;

  RedisOrders(StringRedisTemplate redis, JsonMapper json) {
    this.redis = redis;
    this.json = json;
  }

  @Override
  public @Nullable Order find(String shop, String number) {
    String kept = redis.<String, String>opsForHash().get(key(shop), number);
    return kept == null ? null : read(kept);
  }

  @Override
  public List<Order> ofShop(String shop) {
    return redis.<String, String>opsForHash().values(key(shop)).stream()
        .map(this::read)
        .sorted(Comparator.comparing(Order::placedAt).reversed().thenComparing(Order::number))
        .toList();
  }

  @Override
  public List<Order> ofCustomer(String shop, String customer, int most) {
    Set<String> numbers = Objects.requireNonNull(
        redis.opsForZSet().reverseRange(ofCustomerKey(shop, customer), 0, most - 1L));
    return redis.<String, String>opsForHash().multiGet(key(shop), numbers).stream()
        .filter(Objects::nonNull)
        .map(this::read)
        .filter(order -> order.customer().equals(customer))
        .toList();
  }

  /// First the customer's list: an order in it that is not there yet is passed over.
  @Override
  public void save(Order order) {
    redis.opsForZSet().add(ofCustomerKey(order.shop(), order.customer()), order.number(),
        (double) order.placedAt().toEpochMilli());
    redis.opsForHash().put(key(order.shop()), order.number(), json.writeValueAsString(order));
  }

  private Order read(String text) {
    return json.readValue(text, Order.class);
  }

  private static String key(String shop) {
    return "{s:" + shop + "}:orders";
  }

  private static String ofCustomerKey(String shop, String customer) {
    return key(shop) + ":of:" + customer;
  }
}
