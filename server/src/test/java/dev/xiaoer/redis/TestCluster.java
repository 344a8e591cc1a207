package dev.xiaoer.redis;

import dev.xiaoer.redis.embedded.RedisEdition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// A cluster of three masters, each with one replica.
final class TestCluster implements AutoCloseable {
  private static final int MASTERS = 3;
  private static final int SLOTS = 16_384;

  private final List<TestRedis> servers = new ArrayList<>();

  TestCluster(RedisEdition edition) {
    for (int i = 0; i < MASTERS * 2; i++) {
      servers.add(TestRedis.start(edition, "--cluster-enabled", "yes", "--cluster-node-timeout", "2000",
          "--cluster-require-full-coverage", "no", "--cluster-port", Integer.toString(TestRedis.freePort())));
    }
    for (int i = 0; i < MASTERS; i++) {
      giveSlots(servers.get(i), i * SLOTS / MASTERS, (i + 1) * SLOTS / MASTERS);
    }
    servers.forEach(this::meetAll);
    Await.until("all know all", () -> servers.stream().allMatch(one -> knownTo(one) == MASTERS * 2));
    for (int i = 0; i < MASTERS; i++) {
      TestRedis replica = servers.get(MASTERS + i);
      String master = servers.get(i).cli("CLUSTER", "MYID");
      Await.until("a replica follows", () -> replica.cli("CLUSTER", "REPLICATE", master).equals("OK"));
    }
    Await.until("all is well", () -> servers.stream().allMatch(TestCluster::isWell));
    Await.until("the replicas are in step",
        () -> servers.stream().limit(MASTERS).allMatch(one -> one.info("replication").contains("state=online")));
  }

  private static void giveSlots(TestRedis server, int from, int to) {
    List<String> words = new ArrayList<>(List.of("CLUSTER", "ADDSLOTS"));
    IntStream.range(from, to).mapToObj(Integer::toString).forEach(words::add);
    server.cli(words.toArray(String[]::new));
  }

  private void meetAll(TestRedis server) {
    TestRedis first = servers.getFirst();
    server.cli("CLUSTER", "MEET", "127.0.0.1", Integer.toString(first.port()), first.option("--cluster-port"));
  }

  private static long knownTo(TestRedis server) {
    return Arrays.stream(server.ask("CLUSTER", "NODES").split("\n")).filter(line -> !line.contains("handshake"))
        .count();
  }

  private static boolean isWell(TestRedis server) {
    String info = server.ask("CLUSTER", "INFO");
    return info.contains("cluster_state:ok") && info.contains("cluster_slots_ok:" + SLOTS);
  }

  List<String> nodes() {
    return servers.stream().map(server -> "127.0.0.1:" + server.port()).toList();
  }

  /// The master that holds a key's slot, among those that live.
  TestRedis masterOf(String key) {
    return servers.stream().filter(server -> server.cli("GET", key).isEmpty() || isOwn(server.cli("GET", key)))
        .filter(server -> server.info("replication").contains("role:master")).findFirst().orElseThrow();
  }

  private static boolean isOwn(String answer) {
    return !answer.startsWith("MOVED") && !answer.startsWith("CLUSTERDOWN");
  }

  TestRedis any() {
    return servers.getFirst();
  }

  @Override
  public void close() {
    servers.reversed().forEach(TestRedis::close);
  }
}
