package dev.xiaoer.redis;

import dev.xiaoer.redis.Servers.Lane;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks each server at the start what it promises, says so in one line, and refuses a weaker promise than declared.
final class RedisPromises {
  private static final Logger log = LoggerFactory.getLogger(RedisPromises.class);

  private final RedisSettings settings;

  RedisPromises(RedisSettings settings) {
    this.settings = settings;
  }

  /// @throws WeakRedisException when a server keeps less than was declared
  void check(Servers servers, Lane lane) {
    List<String> masters = servers.masters();
    for (String master : masters) {
      RedisPromise promise = ask(servers.at(lane, master).toCompletableFuture().join());
      List<String> weak = weaknesses(promise, masters.size() > 1);
      if (!weak.isEmpty()) {
        throw new WeakRedisException(settings.durability(), weak);
      }
      log.info("{}; so an acknowledged message {} (durability={})", promise, survives(), name());
    }
    if (settings.durability() == Durability.RELAXED) {
      log.warn("durability=relaxed was chosen: a power cut loses what was acknowledged in the last second");
    }
  }

  private String name() {
    return settings.durability().name().toLowerCase(Locale.ROOT);
  }

  private String survives() {
    return switch (settings.durability()) {
      case STANDALONE -> "survives a killed Redis and a power cut";
      case REPLICATED -> "survives a killed Redis, a power cut and the loss of a server";
      case RELAXED -> "survives a killed Redis, but not a power cut";
    };
  }

  List<String> weaknesses(RedisPromise promise, boolean cluster) {
    List<String> weak = new ArrayList<>();
    if (cluster && promise.major() < 7) {
      weak.add("redis_version is " + promise.version() + ", and a cluster needs 7 or newer (sharded channels)");
    }
    if (settings.durability() == Durability.REPLICATED && promise.replicas() < settings.waitReplicas()) {
      weak.add("it has " + promise.replicas() + " replicas, not " + settings.waitReplicas());
    }
    RedisPromise.Kept kept = promise.kept();
    if (kept == null) {
      if (!settings.declared()) {
        weak.add(
            "it does not tell its settings (CONFIG is denied): set desk.redis.declared=true when you know that they"
                + " are appendonly yes, appendfsync always, maxmemory-policy noeviction");
      }
      return weak;
    }
    if (!kept.appendOnly().equals("yes")) {
      weak.add("appendonly is " + kept.appendOnly() + ", not yes");
    }
    if (!kept.fsync().equals("always") && settings.durability() != Durability.RELAXED) {
      weak.add("appendfsync is " + kept.fsync() + ", not always");
    }
    if (!kept.eviction().equals("noeviction")) {
      weak.add("maxmemory-policy is " + kept.eviction() + ", not noeviction: it would forget conversations");
    }
    return weak;
  }

  private static RedisPromise ask(RedisClusterAsyncCommands<String, String> server) {
    String info = server.info("server").toCompletableFuture().join()
        + server.info("replication").toCompletableFuture().join();
    return RedisPromise.of(info, kept(server));
  }

  private static RedisPromise.@Nullable Kept kept(RedisClusterAsyncCommands<String, String> server) {
    try {
      return new RedisPromise.Kept(setting(server, "appendonly"), setting(server, "appendfsync"),
          setting(server, "maxmemory-policy"));
    } catch (CompletionException e) {
      if (e.getCause() instanceof RedisCommandExecutionException) {
        return null;
      }
      throw e;
    }
  }

  private static String setting(RedisClusterAsyncCommands<String, String> server, String name) {
    return server.configGet(name).toCompletableFuture().join().getOrDefault(name, "unknown");
  }
}
