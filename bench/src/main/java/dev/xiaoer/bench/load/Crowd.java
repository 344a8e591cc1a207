package dev.xiaoer.bench.load;

import dev.xiaoer.bench.dialect.Dialect;
import dev.xiaoer.bench.dialect.Seat;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Buyers and agents at one server. Its public methods are called by the bench's main thread and wait; the rest runs on
/// the generator's.
public final class Crowd implements AutoCloseable {

  /// A client that was turned away tries again after this time.
  private static final long RETRY_MS = 200;
  /// Words of refusals that are kept; the rest is only counted.
  private static final int WORDS_KEPT = 5;

  private final Generator generator;
  private final URI server;
  private final Dialect dialect;
  private final List<Wire> buyers = new ArrayList<>();
  private final List<Wire> agents = new ArrayList<>();
  private final Deque<Seat> waiting = new ArrayDeque<>();
  private final List<String> words = new ArrayList<>();
  private CompletableFuture<Boolean> everybodyIsReady = CompletableFuture.completedFuture(true);
  private Load load = Load.NONE;
  private int missing;
  private int refusals;
  private boolean closed;

  public Crowd(Generator generator, URI server, Dialect dialect) {
    this.generator = generator;
    this.server = server;
    this.dialect = dialect;
  }

  /// Lets these in and waits until the last one is signed in.
  ///
  /// @param atOnce how many sign in at the same time
  /// @return how long it took
  public Duration join(Collection<? extends Seat> seats, int atOnce, Duration patience)
      throws InterruptedException, TimeoutException {
    long from = System.nanoTime();
    CompletableFuture<Boolean> all = generator.call(() -> {
      everybodyIsReady = new CompletableFuture<>();
      waiting.addAll(seats);
      missing = seats.size();
      if (seats.isEmpty()) {
        everybodyIsReady.complete(true);
      }
      for (int i = 0; i < atOnce; i++) {
        next();
      }
      return everybodyIsReady;
    });
    await(all, patience);
    return Duration.ofNanos(System.nanoTime() - from);
  }

  /// Cuts this many buyers' sockets, all at once.
  ///
  /// @return whose they were
  public List<Seat> cutBuyers(int count) throws InterruptedException, TimeoutException {
    return generator.call(() -> {
      var cut = new ArrayList<Seat>();
      List<Wire> last = buyers.subList(buyers.size() - count, buyers.size());
      for (Wire wire : last) {
        cut.add(wire.seat());
        wire.cut();
      }
      last.clear();
      return cut;
    });
  }

  /// How often somebody was told no, or lost a socket that was not cut by the bench.
  public int refusals() throws InterruptedException, TimeoutException {
    return generator.call(() -> refusals);
  }

  public List<String> words() throws InterruptedException, TimeoutException {
    return generator.call(() -> List.copyOf(words));
  }

  @Override
  public void close() throws InterruptedException, TimeoutException {
    generator.call(() -> {
      closed = true;
      load = Load.NONE;
      waiting.clear();
      buyers.forEach(Wire::cut);
      agents.forEach(Wire::cut);
      return true;
    });
  }

  private void await(CompletableFuture<Boolean> all, Duration patience) throws InterruptedException, TimeoutException {
    try {
      all.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (TimeoutException e) {
      var late = new TimeoutException(generator.call(() -> missing + " did not get in; heard: " + words));
      late.initCause(e);
      throw late;
    }
  }

  Generator generator() {
    return generator;
  }

  List<Wire> buyers() {
    return buyers;
  }

  List<Wire> agents() {
    return agents;
  }

  Load load() {
    return load;
  }

  void carries(Load now) {
    load = now;
  }

  private void next() {
    Seat seat = waiting.poll();
    if (seat != null) {
      generator.open(server, this, seat, dialect.talk(seat));
    }
  }

  void ready(Wire wire) {
    switch (wire.seat()) {
      case Seat.Buyer _ -> buyers.add(wire);
      case Seat.Agent _ -> agents.add(wire);
    }
    missing--;
    if (missing == 0) {
      everybodyIsReady.complete(true);
    }
    next();
  }

  void lost(Wire wire) {
    if (closed) {
      return;
    }
    if (wire.isReady()) {
      refused(wire.seat() + " lost the socket");
    } else {
      var _ = generator.loop().schedule(() -> {
        if (!closed) {
          waiting.add(wire.seat());
          next();
        }
      }, RETRY_MS, TimeUnit.MILLISECONDS);
    }
  }

  void refused(String why) {
    refusals++;
    if (words.size() < WORDS_KEPT) {
      words.add(why);
    }
  }
}
