package dev.xiaoer.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xiaoer.redis.StoreException.Kind;
import dev.xiaoer.redis.embedded.RedisEdition;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GroupCommitTest {
  private static final Script COUNT = TestScripts.script("count", "return {redis.call('INCR', KEYS[1])}");

  private static TestRedis replicaOf(RedisEdition edition, TestRedis master) {
    TestRedis replica = TestRedis.start(edition, "--replicaof", "127.0.0.1", Integer.toString(master.port()));
    // One that is called online may still be reading what was there before, and confirm nothing yet; one that has read it
    // may not be called online yet.
    Await.until("the replica follows", () -> {
      master.cli("INCR", "{probe}:n");
      return master.cli("GET", "{probe}:n").equals(replica.cli("GET", "{probe}:n"))
          && master.info("replication").contains("state=online");
    });
    return replica;
  }

  @ParameterizedTest
  @EnumSource
  void whatIsAcknowledgedIsOnTheReplica(RedisEdition edition) {
    try (TestRedis master = TestRedis.start(edition); TestRedis replica = replicaOf(edition, master)) {
      RedisLink link = master.replicatedLink(1);
      List<CompletionStage<List<Object>>> writes = new ArrayList<>();
      for (int i = 0; i < 1000; i++) {
        writes.add(link.write(COUNT, List.of("{c:" + i % 10 + "}:n")));
      }
      int acknowledged = 0;
      long last = 0;
      for (int i = 0; i < 1000; i++) {
        if (isAcknowledged(writes.get(i))) {
          assertThat(writes.get(i).toCompletableFuture().join()).containsExactly(i / 10 + 1L);
          acknowledged++;
          last = i % 10 == 3 ? i / 10 + 1L : last;
        }
      }
      assertThat(acknowledged).isPositive();
      assertThat(Long.parseLong(replica.cli("GET", "{c:3}:n"))).isGreaterThanOrEqualTo(last);
    }
  }

  /// On a machine that is busy a replica may need longer than a write waits: then it is not acknowledged.
  private static boolean isAcknowledged(CompletionStage<List<Object>> write) {
    return write.handle((done, failure) -> {
      if (failure == null) {
        return true;
      }
      Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
      assertThat(cause).isInstanceOfSatisfying(StoreException.class,
          e -> assertThat(e.kind()).isEqualTo(Kind.NOT_DURABLE));
      return false;
    }).toCompletableFuture().join();
  }

  @ParameterizedTest
  @EnumSource
  void withoutItsReplicaNothingIsAcknowledgedAndARepeatWaitsAgain(RedisEdition edition) {
    try (TestRedis master = TestRedis.start(edition); TestRedis replica = replicaOf(edition, master)) {
      RedisLink link = master.replicatedLink(1);
      link.write(COUNT, List.of("{t}:n")).toCompletableFuture().join();
      replica.freeze();
      assertThatThrownBy(() -> link.write(COUNT, List.of("{t}:n")).toCompletableFuture().join()).cause()
          .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.kind()).isEqualTo(Kind.NOT_DURABLE));
      assertThat(master.cli("GET", "{t}:n")).as("done, but not confirmed").isEqualTo("2");
      replica.thaw();
      assertThat(link.write(COUNT, List.of("{t}:n")).toCompletableFuture().join()).containsExactly(3L);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aScriptWhoseTextHadToBeSentIsWaitedForToo(RedisEdition edition) {
    try (TestRedis master = TestRedis.start(edition); TestRedis replica = replicaOf(edition, master)) {
      RedisLink link = master.replicatedLink(1);
      for (int i = 0; i < 20; i++) {
        master.cli("SCRIPT", "FLUSH");
        link.write(COUNT, List.of("{t}:n")).toCompletableFuture().join();
        assertThat(replica.cli("GET", "{t}:n")).isEqualTo(Integer.toString(i + 1));
      }
    }
  }
}
