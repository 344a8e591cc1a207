package dev.xiaoer.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xiaoer.redis.StoreException.Kind;
import dev.xiaoer.redis.embedded.RedisEdition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RedisLettuceLinkTest {
  private static final Script COUNT = script("count", "return {redis.call('INCR', KEYS[1]), ARGV[1], {'in', 1}}");
  private static final Script SLOW = script("slow", """
      local time = redis.call('TIME')
      local function since()
        local now = redis.call('TIME')
        return (now[1] - time[1]) * 1000000 + now[2] - time[2]
      end
      for i = 1, 100000 do
        if since() >= 250 then break end
      end
      return {redis.call('INCR', KEYS[1])}
      """);
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
  void aFrozenRedisIsUnavailableAfterTheTimeoutAndThenUsedAgain(RedisEdition edition) {
    try (TestRedis redis = TestRedis.start(edition)) {
      RedisLettuceLink link = redis.link(redis.target(), Duration.ofMillis(300));
      now(link, COUNT, "{t}:n", "before");
      redis.freeze();
      assertThat(kindOf(link.write(COUNT, List.of("{t}:n"), "a"))).isEqualTo(Kind.UNAVAILABLE);
      Await.until("the circuit opens", () -> !link.available());
      long before = System.nanoTime();
      assertThat(kindOf(link.write(COUNT, List.of("{t}:n"), "b"))).isEqualTo(Kind.UNAVAILABLE);
      assertThat(System.nanoTime() - before).as("refused at once").isLessThan(Duration.ofMillis(200).toNanos());
      redis.thaw();
      Await.until("the circuit closes", link::available);
      assertThat(now(link, COUNT, "{t}:n", "c")).as("the frozen one was carried out, once").startsWith(3L);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatWasInFlightWhenTheConnectionBrokeIsNeverSentAgain(RedisEdition edition) {
    try (TestRedis redis = TestRedis.start(edition)) {
      RedisLink link = redis.link();
      now(link, COUNT, "{t}:n", "a");
      redis.freeze();
      List<CompletionStage<List<Object>>> inFlight = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        inFlight.add(link.write(COUNT, List.of("{t}:n"), "b"));
      }
      redis.kill9();
      inFlight.forEach(write -> assertThat(kindOf(write)).isEqualTo(Kind.UNAVAILABLE));
      redis.restart();
      Await.until("the circuit closes", link::available);
      assertThat(now(link, COUNT, "{t}:n", "c")).startsWith(2L);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aBusyRedisIsAskedAgainUntilItIsDone(RedisEdition edition) {
    try (TestRedis redis = TestRedis.start(edition, "--lua-time-limit", "100")) {
      RedisLink link = redis.link();
      now(link, COUNT, "{t}:n", "a");
      CompletionStage<List<Object>> long1 = link.read(TestScripts.busyFor(1), List.of("{t}:x"));
      assertThat(now(link, COUNT, "{t}:n", "b")).startsWith(2L);
      assertThat(long1.toCompletableFuture().join()).containsExactly(1L);
    }
  }

  /// Sent all at once, most of these would be older than the timeout when Redis comes to them, and the circuit would open.
  /// 2.5 seconds of work for Redis; each call alone, with those under way before it, takes a small part of the timeout.
  @ParameterizedTest
  @EnumSource
  void moreThanRedisCanDoWithinTheTimeoutWaitsForItsTurnAndIsDone(RedisEdition edition) {
    try (TestRedis redis = TestRedis.start(edition)) {
      RedisLettuceLink link = redis.link(redis.target(), Duration.ofSeconds(2));
      now(link, COUNT, "{t}:n");
      List<CompletionStage<List<Object>>> all = new ArrayList<>();
      for (int i = 0; i < 10_000; i++) {
        all.add(link.write(SLOW, List.of("{t}:n")));
      }
      assertThat(all).extracting(one -> one.toCompletableFuture().join().getFirst()).doesNotHaveDuplicates();
      assertThat(now(link, COUNT, "{t}:n")).as("each was done once").startsWith(10_002L);
      assertThat(link.available()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void afterAFullMemoryNothingIsAskedUntilThereIsRoom(RedisEdition edition) {
    try (TestRedis redis = TestRedis.start(edition)) {
      RedisLink link = redis.link();
      redis.cli("CONFIG", "SET", "maxmemory", "1");
      assertThat(kindOf(link.write(COUNT, List.of("{t}:n"), "a"))).isEqualTo(Kind.UNAVAILABLE);
      assertThat(link.available()).isFalse();
      redis.cli("CONFIG", "SET", "maxmemory", "0");
      Await.until("the circuit closes", link::available);
      assertThat(now(link, COUNT, "{t}:n", "b")).startsWith(1L);
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

  private static @Nullable Kind kindOf(CompletionStage<?> stage) {
    return stage.handle((answer, error) -> switch (error) {
      case null -> null;
      case CompletionException wrapped when wrapped.getCause() instanceof StoreException store -> store.kind();
      case StoreException store -> store.kind();
      default -> throw new AssertionError(error);
    }).toCompletableFuture().join();
  }

  @ParameterizedTest
  @EnumSource
  void aChannelIsHeardAgainAfterTheConnectionWasLost(RedisEdition edition) {
    try (TestRedis redis = TestRedis.start(edition)) {
      RedisLink link = redis.link();
      Queue<String> heard = new ConcurrentLinkedQueue<>();
      var subscription = link.subscribe("{n:1}:in", heard::add);
      Await.until("somebody listens", () -> listeners(link, "first") == 1);
      redis.kill9();
      redis.restart();
      Await.until("somebody listens again", () -> listeners(link, "again") == 1);
      Await.until("both are heard", () -> heard.contains("first") && heard.contains("again"));
      subscription.close();
      Await.until("nobody listens", () -> listeners(link, "never") == 0);
    }
  }

  private static long listeners(RedisLink link, String message) {
    return link.publish("{n:1}:in", message).exceptionally(error -> -1L).toCompletableFuture().join();
  }

  @ParameterizedTest
  @EnumSource
  void aChannelIsHeardAgainAfterTheServerHung(RedisEdition edition) {
    try (TestRedis redis = TestRedis.start(edition)) {
      RedisLettuceLink link = redis.link(redis.target(), Duration.ofMillis(300));
      Queue<String> heard = new ConcurrentLinkedQueue<>();
      link.subscribe("{n:1}:in", heard::add);
      Await.until("somebody listens", () -> listeners(link, "first") == 1);
      redis.freeze();
      Await.until("the circuit opens", () -> !link.available());
      redis.thaw();
      Await.until("the channel is heard", () -> {
        listeners(link, "again");
        return heard.contains("again");
      });
    }
  }
}
