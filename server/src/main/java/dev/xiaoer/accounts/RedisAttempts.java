package dev.xiaoer.accounts;

import dev.xiaoer.redis.RedisLink;
import dev.xiaoer.redis.Script;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

@Component
class RedisAttempts implements Attempts {

  private final Script attempt = Script.of(RedisAttempts.class, "count_attempt");
  private final Script window = Script.of(RedisAttempts.class, "count_in_window");

  private final RedisLink link;
  private final StringRedisTemplate redis;
  private final SignInSettings settings;

  RedisAttempts(RedisLink link, StringRedisTemplate redis, SignInSettings settings) {
    this.link = link;
    this.redis = redis;
    this.settings = settings;
  }

  @Override
  public Duration begin(String name, String address, Instant now) {
    Duration wait = count(StaffKeys.attempts("address", address), settings.attemptsPerAddress(), now);
    if (wait.isZero()) {
      wait = countOfAll(now);
    }
    return wait.isZero() ? count(accountKey(name), settings.attempts(), now) : wait;
  }

  @Override
  public void succeeded(String name, String address) {
    redis.delete(accountKey(name));
    redis.opsForHash().increment(StaffKeys.attempts("address", address), "count", -1);
  }

  private Duration count(String key, int free, Instant now) {
    return wait(
        attempt,
        key,
        Long.toString(now.toEpochMilli()),
        Integer.toString(free),
        Long.toString(settings.pause().toMillis()),
        Long.toString(settings.longestPause().toMillis()),
        Long.toString(settings.forgetAfter().toMillis()));
  }

  private Duration countOfAll(Instant now) {
    long minute = Duration.ofMinutes(1).toMillis();
    long begun = Math.floorDiv(now.toEpochMilli(), minute);
    long left = (begun + 1) * minute - now.toEpochMilli();
    return wait(
        window,
        StaffKeys.attempts("all", Long.toString(begun)),
        Integer.toString(settings.perMinute()),
        Long.toString(left),
        Long.toString(2 * minute));
  }

  private Duration wait(Script script, String key, String... arguments) {
    List<Object> answer = link.read(script, List.of(key), arguments).toCompletableFuture().join();
    return Duration.ofMillis((Long) answer.getFirst());
  }

  private static String accountKey(String name) {
    return StaffKeys.attempts("account", Secrets.hashed(name.strip().toLowerCase(Locale.ROOT)));
  }
}
