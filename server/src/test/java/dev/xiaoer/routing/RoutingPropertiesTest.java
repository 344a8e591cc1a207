package dev.xiaoer.routing;

import static java.util.Objects.requireNonNull;

import dev.xiaoer.redis.RedisLink;
import dev.xiaoer.redis.TestRedis;
import dev.xiaoer.redis.embedded.RedisEdition;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/// Whatever comes between what, a desk's numbers agree at every moment, and its conversations in the end. A number that
/// fails is run again with `new RoutingHistory(link, number)`.
class RoutingPropertiesTest {

  private static @Nullable TestRedis embedded;
  private static @Nullable RedisLink embeddedLink;

  @BeforeContainer
  static void start() {
    TestRedis redis = TestRedis.start(RedisEdition.EMBEDDED);
    embedded = redis;
    embeddedLink = link(redis);
  }

  @AfterContainer
  static void stop() {
    requireNonNull(embedded).close();
  }

  /// Nothing is killed here, so nothing has to be on disk.
  private static RedisLink link(TestRedis redis) {
    RedisLink link = redis.link();
    redis.cli("CONFIG", "SET", "appendfsync", "no");
    return link;
  }

  private static void run(RedisLink link, long number) {
    link.commands().flushall().toCompletableFuture().join(); // small numbers come more than once
    var history = new RoutingHistory(link, number);
    history.live(150);
    history.comeToRest();
  }

  @Property(tries = 100, shrinking = ShrinkingMode.OFF)
  void aDeskAgreesWithItselfAndWithItsConversations(@ForAll @LongRange(max = 1_000_000_000) long number) {
    run(requireNonNull(embeddedLink), number);
  }

  @Property(tries = 1)
  void theSameOnTheRedisOfTheMachine() {
    try (TestRedis redis = TestRedis.start(RedisEdition.PATH)) {
      RedisLink link = link(redis);
      for (long number = 1; number <= 100; number++) {
        run(link, number);
      }
    }
  }
}
