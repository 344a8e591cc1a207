package dev.xiaoer.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.redis.embedded.RedisEdition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.data.redis.connection.RedisClusterConfiguration;

/// Three masters and three replicas, as processes of this machine.
@Execution(ExecutionMode.CONCURRENT)
class ClusterServersTest {
  private static final Script ADD = TestScripts.script("add", "return {redis.call('INCR', KEYS[1])}");
  private static final Script READ = TestScripts.script("read", "return {redis.call('GET', KEYS[1])}");

  @Test
  void theLossOfAMasterLosesNothingAcknowledgedAndChannelsAreHeardAgain() {
    try (TestCluster cluster = new TestCluster(RedisEdition.PATH)) {
      RedisLink link = cluster.any().link(new RedisClusterConfiguration(cluster.nodes()), Durability.REPLICATED, 1);
      Queue<String> heard = new ConcurrentLinkedQueue<>();
      for (int i = 0; i < 10; i++) {
        link.subscribe("{n:" + i + "}:in", heard::add);
      }
      Await.until("every channel is heard", () -> speakToAll(link, heard, "before"));

      int[] acknowledged = new int[50];
      addTo(link, acknowledged);
      TestRedis lost = cluster.masterOf("{c:7}:n");
      lost.kill9();
      Await.within(Duration.ofSeconds(40), "its replica is the master",
          () -> isDone(link.read(READ, List.of("{c:7}:n"))));
      assertThat(isDone(link.write(ADD, List.of("{c:7}:n")))).as("without a replica nothing is acknowledged").isFalse();
      lost.restart();
      Await.within(Duration.ofSeconds(40), "every slot takes writes again", () -> addTo(link, acknowledged) == 50);
      for (int i = 0; i < acknowledged.length; i++) {
        List<Object> read = link.read(READ, List.of("{c:" + i + "}:n")).toCompletableFuture().join();
        assertThat(Integer.parseInt(String.valueOf(read.getFirst()))).isGreaterThanOrEqualTo(acknowledged[i]);
      }
      heard.clear();
      Await.within(Duration.ofSeconds(40), "every channel is heard again", () -> speakToAll(link, heard, "after"));
    }
  }

  private static boolean isDone(CompletionStage<?> stage) {
    return stage.handle((answer, error) -> error == null).toCompletableFuture().join();
  }

  private static boolean speakToAll(RedisLink link, Queue<String> heard, String word) {
    for (int i = 0; i < 10; i++) {
      String message = word + i;
      if (!heard.contains(message)) {
        link.publish("{n:" + i + "}:in", message);
      }
    }
    return heard.stream().distinct().count() == 10;
  }

  /// @return how many of the fifty were acknowledged
  private static int addTo(RedisLink link, int[] acknowledged) {
    List<CompletionStage<List<Object>>> writes = new ArrayList<>();
    for (int i = 0; i < acknowledged.length; i++) {
      writes.add(link.write(ADD, List.of("{c:" + i + "}:n")));
    }
    int done = 0;
    for (int i = 0; i < acknowledged.length; i++) {
      Long now = writes.get(i).thenApply(answer -> (Long) answer.getFirst()).exceptionally(error -> -1L)
          .toCompletableFuture().join();
      if (now > 0) {
        acknowledged[i] = now.intValue();
        done = done + 1;
      }
    }
    return done;
  }

  @Test
  void aClusterOlderThanSevenIsRefused() {
    RedisPromise old = new RedisPromise("6.2.6", 1, new RedisPromise.Kept("yes", "always", "noeviction"));
    assertThat(new RedisPromises(TestRedis.settings(Duration.ofSeconds(2))).weaknesses(old, true))
        .singleElement().asString().contains("needs 7 or newer");
  }
}
