package dev.xiaoer.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.protocol.CloseReason;
import dev.xiaoer.redis.Await;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class OutboxTest {

  private static final int MOST_FRAMES = 256;

  private final PlayedWire wire = PlayedWire.slow();
  private final Outbox outbox = new Outbox(wire);

  private void offer(int count) {
    for (int i = 0; i < count; i++) {
      assertThat(outbox.offer("frame " + i)).as("frame %d has room", i).isTrue();
    }
  }

  private void readAll() {
    while (wire.isWriting()) {
      wire.end(true);
    }
  }

  @Test
  void whatGathersDuringAWriteIsWrittenNextInItsOrder() {
    offer(5);
    assertThat(wire.sent()).containsExactly("frame 0");
    wire.end(true);
    assertThat(wire.sent()).containsExactly("frame 0", "frame 1", "frame 2", "frame 3", "frame 4");
    readAll();
    outbox.offer("later");
    assertThat(wire.sent()).last().isEqualTo("later");
  }

  @Test
  void aWireThatIsDoneAtOnceIsWrittenToWithoutEnd() {
    var fast = PlayedWire.fast();
    var quick = new Outbox(fast);
    for (int i = 0; i < 10_000; i++) {
      assertThat(quick.offer("frame " + i)).isTrue();
    }
    assertThat(fast.sent()).hasSize(10_000);
    assertThat(fast.closes()).isEmpty();
  }

  @Test
  void aSocketThatDoesNotReadIsClosedAsTooSlow() {
    offer(1 + MOST_FRAMES);
    assertThat(wire.closes()).isEmpty();
    assertThat(outbox.offer("one too many")).isFalse();
    assertThat(wire.closes()).containsExactly(CloseReason.TOO_SLOW);
    assertThat(outbox.offer("after that")).isFalse();
    assertThat(wire.sent()).containsExactly("frame 0");
  }

  @Test
  void charactersAreBoundedToo() {
    String large = "大".repeat(64 * 1024);
    int taken = 0;
    while (outbox.offer(large)) {
      taken++;
    }
    assertThat(taken).isBetween(30, 40);
    assertThat(wire.closes()).containsExactly(CloseReason.TOO_SLOW);
  }

  @Test
  void aWriteThatFailsClosesTheSocketAndNothingFollowsIt() {
    offer(3);
    wire.end(false);
    assertThat(wire.closes()).containsExactly(CloseReason.TOO_SLOW);
    assertThat(wire.sent()).containsExactly("frame 0");
  }

  @Test
  void signalsAreDroppedFirst() {
    offer(MOST_FRAMES / 2 + 1);
    outbox.offerDroppable("kept");
    outbox.offerDroppable("dropped");
    readAll();
    assertThat(wire.sent()).contains("kept").doesNotContain("dropped");
  }

  @Test
  void whoWaitsForRoomGoesOnWhenMostOfItWasRead() {
    offer(MOST_FRAMES);
    CompletableFuture<Void> room = outbox.room().toCompletableFuture();
    assertThat(outbox.room().toCompletableFuture()).as("everybody waits for the same").isSameAs(room);
    for (int batch = 0; batch < 5; batch++) {
      wire.end(true);
    }
    assertThat(room).as("while more than a quarter is left").isNotDone();
    readAll();
    assertThat(room).isCompleted();
    assertThat(outbox.room().toCompletableFuture()).isCompleted();
  }

  @Test
  void nobodyWaitsForRoomInAnOutboxThatIsClosed() {
    offer(MOST_FRAMES);
    CompletableFuture<Void> room = outbox.room().toCompletableFuture();
    outbox.close(CloseReason.COME_BACK);
    assertThat(room).isCompleted();
    assertThat(outbox.room().toCompletableFuture()).isCompleted();
  }

  @Test
  void whatWaitsIsWrittenBeforeTheSocketIsClosed() {
    offer(3);
    outbox.close(CloseReason.COME_BACK);
    assertThat(outbox.offer("after that")).isFalse();
    assertThat(wire.closes()).isEmpty();
    readAll();
    assertThat(wire.sent()).containsExactly("frame 0", "frame 1", "frame 2");
    assertThat(wire.closes()).containsExactly(CloseReason.COME_BACK);
  }

  /// Many threads add while others write, some of them before the call has returned.
  @Test
  void underStressEachFrameIsWrittenOnceAndEachThreadsFramesInTheirOrder() {
    for (long seed = 1; seed <= 20; seed++) {
      stress(seed);
    }
  }

  private static void stress(long seed) {
    int threads = 8;
    int each = 500;
    var written = new ConcurrentLinkedQueue<String>();
    var writes = new AtomicInteger();
    var chance = new Random(seed);
    boolean[] late = new boolean[4096];
    for (int i = 0; i < late.length; i++) {
      late[i] = chance.nextBoolean();
    }
    try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
      var outbox = new Outbox(new Wire() {
        @Override
        public void write(Supplier<List<String>> batches, Runnable failed) {
          if (late[writes.getAndIncrement() % late.length]) {
            others.execute(() -> writeAll(batches));
          } else {
            writeAll(batches);
          }
        }

        private void writeAll(Supplier<List<String>> batches) {
          for (List<String> batch = batches.get(); !batch.isEmpty(); batch = batches.get()) {
            written.addAll(batch);
          }
        }

        @Override
        public void close(CloseReason reason) {
          throw new AssertionError("seed " + seed + ": closed " + reason);
        }
      });
      for (int thread = 0; thread < threads; thread++) {
        int mine = thread;
        others.execute(() -> {
          for (int i = 0; i < each; i++) {
            outbox.room().toCompletableFuture().join();
            outbox.offer(mine + " " + i);
          }
        });
      }
      Await.until("seed " + seed + ": all is written", () -> written.size() >= threads * each);
    }
    assertThat(written).as("seed %d", seed).hasSize(threads * each).doesNotHaveDuplicates();
    for (int thread = 0; thread < threads; thread++) {
      String prefix = thread + " ";
      List<String> expected = new ArrayList<>();
      for (int i = 0; i < each; i++) {
        expected.add(prefix + i);
      }
      assertThat(written.stream().filter(frame -> frame.startsWith(prefix)).toList()).as("seed %d", seed)
          .isEqualTo(expected);
    }
  }
}
