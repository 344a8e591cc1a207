package dev.xiaoer.redis;

import dev.xiaoer.redis.Servers.Lane;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The link over Lettuce: one shared connection for scripts, one for channels, and a look each quarter of a second
/// whether the store still does its work.
final class RedisLettuceLink implements RedisLink, ScriptRunner, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(RedisLettuceLink.class);
  private static final Script PROBE = Script.of(RedisLettuceLink.class, "probe");
  private static final List<String> PROBE_KEYS = List.of("{redis}:probe");
  private static final Duration LOOK = Duration.ofMillis(250);
  private static final int LOOKS_WHEN_WELL = 4;
  /// A Redis that does 200 scripts a second still answers each of so many in time.
  private static final int UNDER_WAY = 256;
  /// More than a node has sockets, each of which has one command under way.
  private static final int LONGEST_LINE = 20_000;
  private static final long REPEATS_END = Duration.ofSeconds(3).toNanos();

  private final Servers servers;
  private final RandomGenerator random;
  private final RedisChannels channels;
  private final Circuit circuit;
  private final List<Consumer<Boolean>> listeners = new CopyOnWriteArrayList<>();
  private final Window window = new Window(UNDER_WAY, LONGEST_LINE);
  private final AtomicBoolean probing = new AtomicBoolean();
  private final Future<?> looking;
  private final HeldLane lane;
  private final @Nullable GroupCommit commit;
  private int looks;

  /// @param committing connections that wait for replicas; none when the script's own answer is promise enough
  RedisLettuceLink(Servers servers, Lane lane, List<Lane> committing, int replicas, RandomGenerator random) {
    this.servers = servers;
    this.lane = new HeldLane(servers, lane);
    this.random = random;
    this.channels = new RedisChannels(servers);
    this.circuit = new Circuit(System::nanoTime, this::announce);
    this.commit = committing.isEmpty() ? null : new GroupCommit(servers, this, committing, replicas);
    this.looking = servers.timer().scheduleWithFixedDelay(this::look, LOOK.toMillis(), LOOK.toMillis(),
        TimeUnit.MILLISECONDS);
  }

  @Override
  public CompletionStage<List<Object>> write(Script script, List<String> keys, String... arguments) {
    return commit == null || !circuit.isClosed()
        ? run(script, keys, arguments)
        : commit.write(script, keys, arguments);
  }

  @Override
  public CompletionStage<List<Object>> read(Script script, List<String> keys, String... arguments) {
    return run(script, keys, arguments);
  }

  private CompletionStage<List<Object>> run(Script script, List<String> keys, String[] arguments) {
    if (!circuit.isClosed()) {
      return CompletableFuture.failedFuture(away());
    }
    ScriptCall call = new ScriptCall(this, script, keys, arguments, false);
    if (!window.enter(() -> begin(call))) {
      call.completeExceptionally(new StoreException(StoreException.Kind.UNAVAILABLE, "too much waits for Redis"));
    }
    return call;
  }

  private static StoreException away() {
    return new StoreException(StoreException.Kind.UNAVAILABLE, "Redis is away");
  }

  /// Its time with Redis begins when it is sent, not when it begins to wait for its turn; and Redis may have gone meanwhile.
  private void begin(ScriptCall call) {
    var _ = call.whenComplete((answer, error) -> window.leave());
    if (circuit.isClosed()) {
      call.run();
    } else {
      call.completeExceptionally(away());
    }
  }

  @Override
  public RedisClusterAsyncCommands<String, String> commands() {
    return lane.now().commands();
  }

  /// On the shared connection: PUBLISH is answered like any command, and Lettuce sends it in one packet with others.
  @Override
  public CompletionStage<Long> publish(String channel, String message) {
    return servers.publish(lane.now(), channel, message).exceptionallyCompose(error -> CompletableFuture.failedStage(
        new StoreException(StoreException.Kind.UNAVAILABLE, "not announced", error)));
  }

  @Override
  public Subscription subscribe(String channel, Consumer<String> listener) {
    return channels.subscribe(channel, listener);
  }

  @Override
  public boolean available() {
    return circuit.isClosed();
  }

  @Override
  public void onAvailability(Consumer<Boolean> listener) {
    listeners.add(listener);
  }

  private void announce(boolean available) {
    if (available) {
      log.info("Redis is back");
    } else {
      log.warn("Redis is away; commands are refused until it answers again");
    }
    for (Consumer<Boolean> listener : listeners) {
      try {
        listener.accept(available);
      } catch (RuntimeException e) {
        log.error("a listener for Redis coming and going failed", e);
      }
    }
  }

  private void look() {
    try {
      lookOnce();
    } catch (RuntimeException e) {
      // a task that throws is never run again
      log.error("could not look whether Redis is there", e);
    }
  }

  private void lookOnce() {
    looks = looks + 1;
    if (looks % LOOKS_WHEN_WELL == 0) {
      channels.mend();
    }
    if (!circuit.isClosed() || looks % LOOKS_WHEN_WELL == 0) {
      probe();
    }
  }

  /// A write of nothing, as durable as any.
  CompletionStage<List<Object>> check() {
    return write(PROBE, PROBE_KEYS);
  }

  private void probe() {
    if (probing.compareAndSet(false, true)) {
      ScriptCall call = new ScriptCall(this, PROBE, PROBE_KEYS, new String[0], true);
      var _ = call.whenComplete((answer, error) -> {
        probing.set(false);
        if (error == null) {
          circuit.close();
        } else if (!circuit.isClosed()) {
          connectAnew();
        }
      });
      call.run();
    }
  }

  private void connectAnew() {
    lane.connectAnew();
    if (commit != null) {
      commit.connectAnew();
    }
  }

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public boolean repeatLater(Runnable call, long since) {
    if (nanoTime() - since > REPEATS_END) {
      return false;
    }
    var _ = servers.timer().schedule(call, random.nextLong(20, 200), TimeUnit.MILLISECONDS);
    return true;
  }

  @Override
  public void succeeded() {
    circuit.succeeded();
  }

  @Override
  public void failed(Throwable error) {
    log.debug("a script got no answer", error);
    circuit.failed();
  }

  @Override
  public void refused() {
    circuit.open();
  }

  @Override
  public void elsewhere() {
    connectAnew();
  }

  @Override
  public void close() {
    looking.cancel(false);
    channels.close();
    lane.close();
    if (commit != null) {
      commit.close();
    }
  }
}
