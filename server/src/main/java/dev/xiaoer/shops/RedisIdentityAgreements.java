package dev.xiaoer.shops;

import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
class RedisIdentityAgreements implements IdentityAgreements {

  private final StringRedisTemplate redis;
  private final JsonMapper json;

  RedisIdentityAgreements(StringRedisTemplate redis, JsonMapper json) {
    this.redis = redis;
    this.json = json;
  }

  @Override
  public @Nullable IdentityAgreement find(String shop) {
    String kept = redis.<String, String>opsForHash().get(ShopKeys.IDENTITIES, shop);
    return kept == null ? null : json.readValue(kept, IdentityAgreement.class);
  }

  @Override
  public void save(String shop, IdentityAgreement agreement) {
    redis.opsForHash().put(ShopKeys.IDENTITIES, shop, json.writeValueAsString(agreement));
  }
}
