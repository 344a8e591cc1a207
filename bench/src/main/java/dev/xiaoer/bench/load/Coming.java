package dev.xiaoer.bench.load;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Buyers who come to wait, each as soon as one before has been heard: nothing about it is told.
public final class Coming implements Load {

  private static final int PATIENCE_S = 180;

  private final Crowd crowd;
  private final int phase;
  private final int to;
  private final int atOnce;
  private final CompletableFuture<Boolean> all = new CompletableFuture<>();
  private int next;
  private int missing;

  /// @param from the first of the crowd's buyers who comes now
  /// @param to the first who does not
  public Coming(Crowd crowd, int phase, int from, int to, int atOnce) {
    this.crowd = crowd;
    this.phase = phase;
    this.next = from;
    this.to = to;
    this.atOnce = atOnce;
    this.missing = to - from;
  }

  public void run() throws InterruptedException, TimeoutException {
    crowd.generator().call(() -> {
      crowd.carries(this);
      for (int i = 0; i < atOnce; i++) {
        comes();
      }
      return true;
    });
    try {
      all.get(PATIENCE_S, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private void comes() {
    if (next < to) {
      crowd.buyers().get(next).say(phase, next);
      next++;
    }
  }

  @Override
  public void acknowledged(Wire buyer, int ofPhase, int number) {
    if (ofPhase == phase) {
      missing--;
      if (missing == 0) {
        crowd.carries(Load.NONE);
        all.complete(true);
      }
      comes();
    }
  }

  @Override
  public void delivered(int ofPhase, int number) {}
}
