package dev.xiaoer.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.redis.embedded.RedisEdition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What `appendfsync always` is worth, and that the test could tell if it were worth nothing.
@Execution(ExecutionMode.CONCURRENT)
class PowerCutTest {
  private static final int WRITERS = 16;
  private static final int AT_LEAST = 3_000;
  private static final Script PUT = TestScripts.script("put", "redis.call('SET', KEYS[1], ARGV[1]) return {1}");
  private static final Script EXISTS = TestScripts.script("exists", "return {redis.call('EXISTS', KEYS[1])}");

  @ParameterizedTest
  @EnumSource
  void nothingAcknowledgedIsLostWhenThePowerGoes(RedisEdition edition) {
    assertThat(lostOfAcknowledged(edition, "always", Durability.STANDALONE)).isEmpty();
  }

  /// The negative control: the same cut does lose where a write is acknowledged before it is on the disk.
  @ParameterizedTest
  @EnumSource
  void everysecLosesWhatItAcknowledgedInTheLastSecond(RedisEdition edition) {
    assertThat(lostOfAcknowledged(edition, "everysec", Durability.RELAXED)).isNotEmpty();
  }

  private static List<String> lostOfAcknowledged(RedisEdition edition, String fsync, Durability durability) {
    try (TestRedis redis = TestRedis.startOnRecordedDisk(edition, "--appendfsync", fsync)) {
      RedisLink link = redis.link(durability);
      Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
      List<Thread> writers = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        String writer = "{w:" + i + "}:";
        writers.add(Thread.startVirtualThread(() -> writeUntilThePowerGoes(link, writer, acknowledged)));
      }
      Await.until("enough is acknowledged", () -> acknowledged.size() > AT_LEAST);
      redis.powerCut();
      writers.forEach(PowerCutTest::join);
      redis.restart();
      Await.until("the link is back", link::available);
      return acknowledged.stream().filter(key -> isMissing(link, key)).toList();
    }
  }

  private static void writeUntilThePowerGoes(RedisLink link, String writer, Queue<String> acknowledged) {
    Random random = new Random(writer.hashCode());
    try {
      for (int i = 0;; i++) {
        link.write(PUT, List.of(writer + i), "x".repeat(random.nextInt(300))).toCompletableFuture().join();
        acknowledged.add(writer + i);
      }
    } catch (CompletionException powerGone) {
      assertThat(powerGone.getCause()).isInstanceOf(StoreException.class);
    }
  }

  private static boolean isMissing(RedisLink link, String key) {
    return link.read(EXISTS, List.of(key)).toCompletableFuture().join().equals(List.of(0L));
  }

  private static void join(Thread writer) {
    try {
      assertThat(writer.join(Duration.ofSeconds(20))).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
