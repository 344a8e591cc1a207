package dev.xiaoer.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WindowTest {
  private final List<Integer> begun = new ArrayList<>();

  @Test
  void onlySoManyAreUnderWayAndTheRestBeginInTheOrderTheyCame() {
    var window = new Window(2, 10);
    for (int i = 1; i <= 5; i++) {
      int call = i;
      assertThat(window.enter(() -> begun.add(call))).isTrue();
    }
    assertThat(begun).containsExactly(1, 2);
    window.leave();
    assertThat(begun).containsExactly(1, 2, 3);
    window.leave();
    window.leave();
    assertThat(begun).containsExactly(1, 2, 3, 4, 5);
  }

  @Test
  void whoFindsTheLineTooLongIsSentAwayAndNeverBegun() {
    var window = new Window(1, 1);
    window.enter(() -> begun.add(1));
    window.enter(() -> begun.add(2));
    assertThat(window.enter(() -> begun.add(3))).isFalse();
    window.leave();
    window.leave();
    assertThat(begun).containsExactly(1, 2);
    assertThat(window.enter(() -> begun.add(4))).isTrue();
  }

  @Test
  void aLongLineOfCallsThatEndAtOnceNeedsNoDeepStack() {
    var window = new Window(1, 1_000_000);
    window.enter(() -> begun.add(0));
    for (int i = 1; i <= 200_000; i++) {
      int call = i;
      window.enter(() -> {
        begun.add(call);
        window.leave();
      });
    }
    window.leave();
    assertThat(begun).hasSize(200_001).isSorted();
  }

  @Test
  void threadsThatComeAndGoNeverExceedItAndNobodyIsForgotten() throws Exception {
    int size = 3;
    int calls = 20_000;
    var window = new Window(size, calls);
    var underWay = new AtomicInteger();
    var most = new AtomicInteger();
    var done = new CountDownLatch(calls);
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < calls; i++) {
        threads.execute(() -> {
          window.enter(() -> {
            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            threads.execute(() -> {
              underWay.decrementAndGet();
              done.countDown();
              window.leave();
            });
          });
        });
      }
      done.await();
    }
    assertThat(most.get()).isBetween(1, size);
  }
}
