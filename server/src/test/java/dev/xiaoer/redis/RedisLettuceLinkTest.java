package dev.xiaoer.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xiaoer.redis.embedded.RedisEdition;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RedisLettuceLinkTest {
  private static final Script COUNT = script("count", "return {redis.call('INCR', KEYS[1]), ARGV[1], {'in', 1}}");
  private static final Script FAIL = script("fail", "return redis.call('LPUSH', KEYS[1], 'x')");

  private static Script script(String name, String text) {
    return TestScripts.script(name, text);
  }

  private static List<Object> now(RedisLink link, Script script, String key, String... arguments) {
    return link.write(script, List.of(key), arguments).toCompletableFuture().join();
  }

  @ParameterizedTest
  @EnumSource
  void aScriptIsRunByItsNameAndItsTextIsSentOnlyOnce(RedisEdition edition) {
    try (TestRedis redis = TestRedis.start(edition)) {
      RedisLink link = redis.link();
      assertThat(now(link, COUNT, "{t}:n", "在吗")).containsExactly(1L, "在吗", List.of("in", 1L));
      redis.cli("SCRIPT", "FLUSH");
      assertThat(now(link, COUNT, "{t}:n", "b")).startsWith(2L);
      assertThat(now(link, COUNT, "{t}:n", "b")).startsWith(3L);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aWrongScriptIsBrokenAndNotRepeated(RedisEdition edition) {
    try (TestRedis redis = TestRedis.start(edition)) {
      RedisLink link = redis.link();
      redis.cli("SET", "{t}:s", "text");
      assertThatThrownBy(() -> now(link, FAIL, "{t}:s")).isInstanceOf(CompletionException.class)
          .cause().isInstanceOfSatisfying(StoreException.class,
              e -> assertThat(e.kind()).isEqualTo(StoreException.Kind.BROKEN));
      assertThat(link.available()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aKilledRedisIsUnavailableAtOnceAndThenUsedAgain(RedisEdition edition) {
    try (TestRedis redis = TestRedis.start(edition)) {
      RedisLink link = redis.link();
      List<Boolean> told = new CopyOnWriteArrayList<>();
      link.onAvailability(told::add);
      now(link, COUNT, "{t}:n", "a");
      redis.kill9();
      assertThatThrownBy(() -> now(link, COUNT, "{t}:n", "b")).cause().isInstanceOfSatisfying(StoreException.class,
          e -> assertThat(e.kind()).isEqualTo(StoreException.Kind.UNAVAILABLE));
      Await.until("the circuit opens", () -> !link.available());
      redis.restart();
      Await.until("the circuit closes", link::available);
      assertThat(now(link, COUNT, "{t}:n", "c")).startsWith(2L);
      assertThat(told).containsExactly(false, true);
    }
  }
}
