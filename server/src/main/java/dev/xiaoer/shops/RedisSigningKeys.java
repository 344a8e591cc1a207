package dev.xiaoer.shops;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

@Component
class RedisSigningKeys implements SigningKeys {

  private static final int BYTES = 32;

  private final StringRedisTemplate redis;
  private final SecureRandom random;

  RedisSigningKeys(StringRedisTemplate redis, SecureRandom random) {
    this.redis = redis;
    this.random = random;
  }

  @Override
  public byte[] key(String name) {
    byte[] key = new byte[BYTES];
    random.nextBytes(key);
    var hash = redis.<String, String>opsForHash();
    hash.putIfAbsent(ShopKeys.SIGNING_KEYS, name, Base64.getUrlEncoder().encodeToString(key));
    String kept = Objects.requireNonNull(hash.get(ShopKeys.SIGNING_KEYS, name), "the key was there a moment ago");
    return Base64.getUrlDecoder().decode(kept);
  }
}
