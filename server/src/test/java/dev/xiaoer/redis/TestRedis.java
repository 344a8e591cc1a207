package dev.xiaoer.redis;

import dev.xiaoer.redis.embedded.RedisEdition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.connection.RedisConfiguration;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/// A real `redis-server` for one test: its own port, its own folder, and every way it can fail.
public final class TestRedis implements AutoCloseable {
  private final Path executable;
  private final Path folder;
  private final int port;
  private final List<String> options;
  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private final @Nullable PowerCut disk;
  private Process process;

  private TestRedis(Path executable, Path folder, int port, List<String> options, @Nullable PowerCut disk) {
    this.executable = executable;
    this.folder = folder;
    this.port = port;
    this.options = options;
    this.disk = disk;
    this.process = launch();
  }

  /// Starts a server with an append-only file, `appendfsync always`.
  ///
  /// @param options more options, `--name value`
  public static TestRedis start(RedisEdition edition, String... options) {
    return new TestRedis(edition.executable(), newFolder(), freePort(), Arrays.asList(options), null);
  }

  /// As [#start], for a test that cuts the power.
  public static TestRedis startOnRecordedDisk(RedisEdition edition, String... options) {
    Path folder = newFolder();
    PowerCut disk = PowerCut.recordedIn(folder);
    return new TestRedis(edition.executable(), folder, freePort(), Arrays.asList(options), disk);
  }

  private static Path newFolder() {
    try {
      return Files.createTempDirectory(Files.createDirectories(Path.of("target", "redis")).toAbsolutePath(), "r");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Process launch() {
    List<String> command = new ArrayList<>(List.of(executable.toString(), "--port", Integer.toString(port), "--bind",
        "127.0.0.1", "--dir", folder.toString(), "--save", "", "--appendonly", "yes", "--appendfsync", "always",
        "--maxmemory-policy", "noeviction", "--logfile", "redis.log", "--repl-diskless-sync-delay", "0"));
    command.addAll(options);
    try {
      ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
          .redirectOutput(folder.resolve("redis.out").toFile());
      if (disk != null) {
        builder.environment().putAll(disk.environment());
      }
      Process started = builder.start();
      // for a test that forgets to close, or fails before it could
      Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
      Await.until("redis-server answers on " + port, () -> isReady(started));
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isReady(Process started) {
    if (!started.isAlive()) {
      throw new AssertionError("redis-server ended: " + log());
    }
    return cli("PING").equals("PONG");
  }

  /// Says one thing to the server, past every client.
  ///
  /// @return the first line of its answer; empty when there is none
  public String cli(String... words) {
    return TestWire.say(port, words);
  }

  /// The whole answer, of several lines.
  String ask(String... words) {
    return TestWire.ask(port, words);
  }

  /// What the server was started with.
  String option(String name) {
    return options.get(options.indexOf(name) + 1);
  }

  String info(String section) {
    return TestWire.ask(port, "INFO", section);
  }

  public int port() {
    return port;
  }

  public Path folder() {
    return folder;
  }

  public long pid() {
    return process.pid();
  }

  public String log() {
    try (Stream<Path> files = Files.list(folder)) {
      StringBuilder all = new StringBuilder();
      for (Path file : files.filter(name -> name.toString().matches(".*redis\\.(log|out)")).toList()) {
        all.append(Files.readString(file));
      }
      return all.toString();
    } catch (IOException e) {
      return e.toString();
    }
  }

  /// The desk's link to this server; closed with it.
  public RedisLink link() {
    return link(target(), Duration.ofSeconds(2));
  }

  /// A link for one thread; it has to be closed.
  public BlockingLink blockingLink(RedisLink real) {
    return new BlockingLink(real, port);
  }

  /// The link of another process, which is never closed: that process is killed.
  public static RedisLink linkTo(int port) {
    Duration timeout = Duration.ofSeconds(2);
    var target = new RedisStandaloneConfiguration("127.0.0.1", port);
    return new RedisLinks(settings(timeout), new Random(7))
        .open(TestLinks.factory(target, timeout, new ArrayDeque<>()));
  }

  RedisLettuceLink link(RedisConfiguration target, Duration timeout) {
    LettuceConnectionFactory factory = factory(target, timeout);
    RedisLettuceLink link = new RedisLinks(settings(timeout), new Random(7)).open(factory);
    opened.push(link);
    return link;
  }

  RedisLettuceLink link(Durability durability) {
    return link(target(), durability, 1);
  }

  /// A link that acknowledges a write only when this many replicas have it.
  RedisLettuceLink replicatedLink(int replicas) {
    return link(target(), Durability.REPLICATED, replicas);
  }

  RedisLettuceLink link(RedisConfiguration target, Durability durability, int replicas) {
    Duration timeout = Duration.ofSeconds(2);
    RedisSettings settings = new RedisSettings(durability, replicas, 4, false, timeout, Duration.ofSeconds(20));
    RedisLettuceLink link = new RedisLinks(settings, new Random(7)).open(factory(target, timeout));
    opened.push(link);
    return link;
  }

  RedisStandaloneConfiguration target() {
    return new RedisStandaloneConfiguration("127.0.0.1", port);
  }

  static RedisSettings settings(Duration timeout) {
    return new RedisSettings(Durability.STANDALONE, 1, 4, false, timeout, Duration.ofSeconds(20));
  }

  LettuceConnectionFactory factory(RedisConfiguration target, Duration timeout) {
    return TestLinks.factory(target, timeout, opened);
  }

  /// Ends it without a word, as a crash does.
  public void kill9() {
    process.destroyForcibly();
    Await.until("the killed redis-server is gone", () -> !process.isAlive());
  }

  /// Ends it and leaves of its files only what was fsynced.
  ///
  /// @return how many bytes the disk had not got yet
  public long powerCut() {
    kill9();
    return Objects.requireNonNull(disk, "not started on a recorded disk").cut(folder);
  }

  public void restart() {
    if (process.isAlive()) {
      process.destroy();
      Await.until("the redis-server has stopped", () -> !process.isAlive());
    }
    process = launch();
  }

  /// Stops it from working without ending it: connections stay open, nothing is answered.
  public void freeze() {
    signal("-STOP");
  }

  public void thaw() {
    signal("-CONT");
  }

  private void signal(String name) {
    try {
      int exit = new ProcessBuilder("kill", name, Long.toString(pid())).start().waitFor();
      if (exit != 0) {
        throw new AssertionError("kill " + name + " failed");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    try {
      while (!opened.isEmpty()) {
        opened.pop().close();
      }
      kill9();
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
