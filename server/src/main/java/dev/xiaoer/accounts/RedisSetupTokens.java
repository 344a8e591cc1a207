package dev.xiaoer.accounts;

import java.time.Duration;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

@Component
class RedisSetupTokens implements SetupTokens {

  private static final Duration LIFETIME = Duration.ofDays(1);

  private final StringRedisTemplate redis;

  RedisSetupTokens(StringRedisTemplate redis) {
    this.redis = redis;
  }

  @Override
  public void keep(String tokenHash) {
    redis.opsForValue().set(StaffKeys.SETUP, tokenHash, LIFETIME);
  }
}
