package dev.xiaoer.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.redis.embedded.RedisEdition;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A master that is killed, and one that hangs and comes back as a replica.
@Execution(ExecutionMode.CONCURRENT)
class SentinelTest {
  private static final Script ADD = TestScripts.script("add", "return {redis.call('INCR', KEYS[1])}");
  private static final Duration FAILOVER = Duration.ofSeconds(40);

  @ParameterizedTest
  @EnumSource
  void aKilledMasterIsReplacedAndNothingAcknowledgedIsLost(RedisEdition edition) {
    survives(edition, TestRedis::kill9);
  }

  @ParameterizedTest
  @EnumSource
  void aHangingMasterIsReplacedAndNothingAcknowledgedIsLost(RedisEdition edition) {
    survives(edition, TestRedis::freeze);
  }

  private static void survives(RedisEdition edition, Consumer<TestRedis> fault) {
    try (TestSentinels sentinels = new TestSentinels(edition)) {
      RedisLink link = sentinels.master().link(sentinels.target(), Durability.REPLICATED, 1);
      Queue<String> heard = new ConcurrentLinkedQueue<>();
      link.subscribe("{n:1}:in", heard::add);
      Await.until("the channel is heard", () -> hears(link, heard, "before"));
      long last = 0;
      for (int i = 0; i < 200; i++) {
        last = add(link);
      }
      assertThat(last).isEqualTo(200);
      fault.accept(sentinels.master());
      long[] next = new long[1];
      Await.within(FAILOVER, "the new master takes writes", () -> {
        next[0] = add(link);
        return next[0] > 0;
      });
      assertThat(next[0]).as("all that was acknowledged is there").isGreaterThan(last);
      Await.within(FAILOVER, "the channel is heard again", () -> hears(link, heard, "after"));
    }
  }

  private static boolean hears(RedisLink link, Queue<String> heard, String word) {
    link.publish("{n:1}:in", word);
    return heard.contains(word);
  }

  /// @return the new count, or -1 when it was not acknowledged
  private static long add(RedisLink link) {
    return link.write(ADD, List.of("{c:1}:n")).thenApply(answer -> (Long) answer.getFirst())
        .exceptionally(error -> -1L).toCompletableFuture().join();
  }
}
