package dev.xiaoer.redis;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xiaoer.redis.embedded.RedisEdition;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RedisPromisesTest {
  private static void open(TestRedis redis, Durability durability, boolean declared) {
    RedisSettings settings = new RedisSettings(durability, 1, 4, declared, Duration.ofSeconds(2),
        Duration.ofSeconds(20));
    var factory = redis.factory(redis.target(), Duration.ofSeconds(2));
    new RedisLinks(settings, new Random(7)).open(factory).close();
  }

  @ParameterizedTest
  @EnumSource
  void theDefaultIsKeptByAlways(RedisEdition edition) {
    try (TestRedis redis = TestRedis.start(edition)) {
      assertThatCode(() -> open(redis, Durability.STANDALONE, false)).doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @EnumSource
  void everysecIsRefusedUnlessRelaxedWasChosen(RedisEdition edition) {
    try (TestRedis redis = TestRedis.start(edition, "--appendfsync", "everysec")) {
      assertThatThrownBy(() -> open(redis, Durability.STANDALONE, false)).isInstanceOf(WeakRedisException.class)
          .hasMessageContaining("appendfsync is everysec");
      assertThatCode(() -> open(redis, Durability.RELAXED, false)).doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRedisThatEvictsOrKeepsNoFileIsRefusedInEveryClass(RedisEdition edition) {
    try (TestRedis redis = TestRedis.start(edition, "--appendonly", "no", "--maxmemory-policy", "allkeys-lru")) {
      assertThatThrownBy(() -> open(redis, Durability.RELAXED, false)).isInstanceOf(WeakRedisException.class)
          .hasMessageContaining("appendonly is no").hasMessageContaining("maxmemory-policy is allkeys-lru");
    }
  }

  @ParameterizedTest
  @EnumSource
  void replicasThatWereDeclaredMustBeThere(RedisEdition edition) {
    try (TestRedis redis = TestRedis.start(edition)) {
      assertThatThrownBy(() -> open(redis, Durability.REPLICATED, false)).isInstanceOf(WeakRedisException.class)
          .hasMessageContaining("it has 0 replicas, not 1");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRedisThatDoesNotTellIsTakenOnlyOnTheOperatorsWord(RedisEdition edition) {
    try (TestRedis redis = TestRedis.start(edition, "--rename-command", "CONFIG", "")) {
      assertThatThrownBy(() -> open(redis, Durability.STANDALONE, false)).isInstanceOf(WeakRedisException.class)
          .hasMessageContaining("desk.redis.declared=true");
      assertThatCode(() -> open(redis, Durability.STANDALONE, true)).doesNotThrowAnyException();
    }
  }
}
