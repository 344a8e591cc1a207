package dev.xiaoer.redis;

import dev.xiaoer.redis.Servers.Lane;
import io.lettuce.core.RedisClient;
import io.lettuce.core.cluster.RedisClusterClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/// Opens the link at the start, with patience for a Redis that is starting too.
final class RedisLinks {
  private static final Logger log = LoggerFactory.getLogger(RedisLinks.class);

  private final RedisSettings settings;
  private final RandomGenerator random;
  private final LongSupplier nanoTime = System::nanoTime;

  RedisLinks(RedisSettings settings, RandomGenerator random) {
    this.settings = settings;
    this.random = random;
  }

  RedisLettuceLink open(LettuceConnectionFactory factory) {
    Servers servers = servers(factory);
    Lane shared = connect(servers);
    new RedisPromises(settings).check(servers, shared);
    List<Lane> committing = new ArrayList<>();
    while (settings.durability() == Durability.REPLICATED && committing.size() < settings.waitConnections()) {
      committing.add(connect(servers));
    }
    return new RedisLettuceLink(servers, shared, committing, settings.waitReplicas(), random);
  }

  private static Servers servers(LettuceConnectionFactory factory) {
    return switch (factory.getRequiredNativeClient()) {
      case RedisClient one -> new SingleServer(one);
      case RedisClusterClient cluster -> new ClusterServers(cluster);
      case Object other -> throw new IllegalStateException("not a Redis the desk can use: " + other.getClass());
    };
  }

  private Lane connect(Servers servers) {
    long end = nanoTime.getAsLong() + settings.startWithin().toNanos();
    while (true) {
      try {
        return servers.connect().toCompletableFuture().join();
      } catch (CompletionException e) {
        if (nanoTime.getAsLong() > end) {
          throw new RedisUnreachableException(settings.startWithin(), e.getCause());
        }
        log.info("waiting for Redis: {}", String.valueOf(e.getCause()));
        pause(servers);
      }
    }
  }

  private static void pause(Servers servers) {
    try {
      servers.timer().schedule(() -> {}, 1, TimeUnit.SECONDS).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("an empty task cannot fail", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("told to stop while waiting for Redis", e);
    }
  }
}
