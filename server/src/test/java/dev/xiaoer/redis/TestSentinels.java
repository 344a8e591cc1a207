package dev.xiaoer.redis;

import dev.xiaoer.redis.embedded.RedisEdition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.data.redis.connection.RedisSentinelConfiguration;

/// A master with two replicas, watched by three sentinels.
final class TestSentinels implements AutoCloseable {
  private static final int SENTINELS = 3;

  private final List<TestRedis> servers = new ArrayList<>();
  private final List<Process> processes = new ArrayList<>();
  private final List<Integer> ports = new ArrayList<>();

  TestSentinels(RedisEdition edition) {
    servers.add(TestRedis.start(edition));
    String port = Integer.toString(master().port());
    servers.add(TestRedis.start(edition, "--replicaof", "127.0.0.1", port));
    servers.add(TestRedis.start(edition, "--replicaof", "127.0.0.1", port));
    Await.until("both replicas follow", () -> master().info("replication").split("state=online", -1).length == 3);
    for (int i = 0; i < SENTINELS; i++) {
      watch(edition, i);
    }
    Await.until("the sentinels know all", () -> ports.stream().allMatch(TestSentinels::knowsAll));
  }

  private void watch(RedisEdition edition, int number) {
    int port = TestRedis.freePort();
    Path conf = master().folder().resolve("sentinel" + number + ".conf");
    try {
      Files.writeString(conf, """
          port %d
          dir %s
          sentinel monitor desk 127.0.0.1 %d 2
          sentinel down-after-milliseconds desk 1000
          sentinel failover-timeout desk 5000
          """.formatted(port, master().folder(), master().port()));
      processes.add(new ProcessBuilder(edition.executable().toString(), conf.toString(), "--sentinel")
          .redirectErrorStream(true).redirectOutput(Path.of(conf + ".out").toFile()).start());
      ports.add(port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean knowsAll(int port) {
    String info = TestWire.ask(port, "INFO", "sentinel");
    return info.contains("slaves=2") && info.contains("sentinels=3");
  }

  TestRedis master() {
    return servers.getFirst();
  }

  RedisSentinelConfiguration target() {
    Set<String> sentinels = ports.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.toSet());
    return new RedisSentinelConfiguration("desk", sentinels);
  }

  @Override
  public void close() {
    processes.forEach(Process::destroyForcibly);
    Await.until("the sentinels are gone", () -> processes.stream().noneMatch(Process::isAlive));
    servers.reversed().forEach(TestRedis::close);
  }
}
