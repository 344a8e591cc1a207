package dev.xiaoer.shops;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

@Component
class RedisUsedIdentities implements UsedIdentities {

  private final StringRedisTemplate redis;

  RedisUsedIdentities(StringRedisTemplate redis) {
    this.redis = redis;
  }

  @Override
  public boolean use(String shop, String jti, Duration keep) {
    return Boolean.TRUE.equals(redis.opsForValue().setIfAbsent(ShopKeys.usedIdentity(hashed(shop, jti)), "1", keep));
  }

  private static String hashed(String shop, String jti) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest((shop + "\n" + jti).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
