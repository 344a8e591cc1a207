package dev.xiaoer.bench;

import dev.xiaoer.bench.dialect.Dialect;
import dev.xiaoer.bench.dialect.Seat;
import dev.xiaoer.bench.load.Crowd;
import dev.xiaoer.bench.load.Generator;
import dev.xiaoer.bench.process.Child;
import dev.xiaoer.bench.process.Jvm;
import dev.xiaoer.bench.process.Ports;
import dev.xiaoer.bench.process.ProcStat;
import dev.xiaoer.bench.process.RedisProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/// One server with a Redis of its own, from its start to its end.
final class Life implements AutoCloseable {

  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration ROUTING = Duration.ofSeconds(60);
  private static final long CHECK_NS = 20_000_000;
  /// Time for Node to carry out the collection it was asked for, and for any server to see its sockets gone.
  private static final Duration SETTLE = Duration.ofSeconds(2);

  private final Contestant contestant;
  private final Generator generator;
  private final RedisProcess redis;
  private final Child server;
  private final URI uri;
  private final Dialect dialect;
  private final Duration startTook;

  private Life(Contestant contestant, Generator generator, RedisProcess redis, Child server, int port, Dialect dialect)
      throws IOException {
    this.contestant = contestant;
    this.generator = generator;
    this.redis = redis;
    this.server = server;
    uri = URI.create("http://127.0.0.1:" + port);
    this.dialect = dialect;
    startTook = server.awaitUntil(() -> Ports.isOpen(port) && isOpen(), START);
  }

  private boolean isOpen() {
    try {
      return dialect.isOpen(uri);
    } catch (Exception notYet) {
      return false;
    }
  }

  /// @param fsync what Redis is to promise
  static Life start(Contestant contestant, Generator generator, Options options, String fsync) throws IOException {
    return start(contestant, generator, options, fsync, 0);
  }

  /// @param bytes how long a message is at least
  static Life start(Contestant contestant, Generator generator, Options options, String fsync, int bytes)
      throws IOException {
    return start(contestant, generator, options, fsync, contestant.dialect(options, bytes));
  }

  static Life start(Contestant contestant, Generator generator, Options options, String fsync, Dialect dialect)
      throws IOException {
    Path directory = Files.createTempDirectory("bench-" + contestant.id() + "-");
    RedisProcess redis = RedisProcess.start(options.redis(), fsync, directory);
    try {
      int port = Ports.free();
      Child server = Child.start(
          contestant.id(), contestant.command(options, port, redis.port(), fsync), directory);
      try {
        return new Life(contestant, generator, redis, server, port, dialect);
      } catch (IOException e) {
        server.close();
        throw e;
      }
    } catch (IOException e) {
      redis.close();
      throw e;
    }
  }

  Duration startTook() {
    return startTook;
  }

  Crowd crowd() {
    return new Crowd(generator, uri, dialect);
  }

  /// Lets buyers and agents in, agents first, and waits until everybody has whom to talk to.
  ///
  /// @param fromBuyer the first of these; those before are there already
  void join(Crowd crowd, int fromBuyer, int buyers, int fromAgent, int agents, int atOnce, Duration patience)
      throws Exception {
    dialect.prepare(uri, buyers, fromAgent, agents);
    var staff = new ArrayList<Seat>();
    for (int i = fromAgent; i < agents; i++) {
      staff.add(new Seat.Agent(i));
    }
    if (!staff.isEmpty()) {
      crowd.join(staff, atOnce, patience);
    }
    var customers = new ArrayList<Seat>();
    for (int i = fromBuyer; i < buyers; i++) {
      customers.add(new Seat.Buyer(i, i % agents));
    }
    crowd.join(customers, atOnce, patience);
    awaitGiven(buyers);
  }

  private void awaitGiven(int conversations) throws TimeoutException {
    long from = System.nanoTime();
    while (!dialect.hasGiven(conversations)) {
      if (System.nanoTime() - from > ROUTING.toNanos()) {
        throw new TimeoutException("not every conversation was given to an agent");
      }
      LockSupport.parkNanos(CHECK_NS);
    }
  }

  /// Changes what Redis promises from now on.
  void syncs(String fsync) throws IOException {
    redis.configure("appendfsync", fsync);
  }

  long serverCpuMicros() throws IOException {
    return ProcStat.cpuMicros(server.pid());
  }

  long redisCpuMicros() throws IOException {
    return ProcStat.cpuMicros(redis.pid());
  }

  long redisBytes() throws IOException {
    return redis.usedBytes();
  }

  String redisVersion() throws IOException {
    return redis.version();
  }

  /// @param heap used after a collection; 0 where the server is no JVM
  record Memory(long resident, long heap) {}

  Memory memory() throws IOException, InterruptedException {
    settle();
    if (contestant.isJvm()) {
      Jvm.collect(server.pid());
      return new Memory(ProcStat.residentBytes(server.pid()), Jvm.heapUsedBytes(server.pid()));
    }
    var collect = new ProcessBuilder("kill", "-USR2", Long.toString(server.pid())).start();
    if (!collect.waitFor(SETTLE.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new IOException("the signal was not sent");
    }
    settle();
    return new Memory(ProcStat.residentBytes(server.pid()), 0);
  }

  void settle() {
    pause(SETTLE);
  }

  /// Lets a load run for a while.
  static void pause(Duration time) {
    long until = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); left > 0; left = until - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    redis.close();
    try (var files = Files.walk(server.directory())) {
      for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
