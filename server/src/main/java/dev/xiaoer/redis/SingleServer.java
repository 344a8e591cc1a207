package dev.xiaoer.redis;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/// One server in charge at a time: alone, or the one that Sentinel names each time a connection is made.
final class SingleServer implements Servers {
  private static final String IT = "the server";

  private final RedisClient client;

  SingleServer(RedisClient client) {
    this.client = client;
  }

  @Override
  public CompletionStage<Lane> connect() {
    return onVirtualThread(() -> {
      StatefulRedisConnection<String, String> connection = client.connect(StringCodec.UTF8);
      return new Lane(connection, connection.async());
    });
  }

  /// The client keeps its address and password to itself and connects to it by a blocking call only.
  private static <T> CompletionStage<T> onVirtualThread(Supplier<T> connect) {
    return CompletableFuture.supplyAsync(connect, Thread.ofVirtual().name("redis-connect")::start);
  }

  @Override
  public CompletionStage<Ear> listen(BiConsumer<String, String> heard) {
    return onVirtualThread(() -> new PlainEar(client.connectPubSub(StringCodec.UTF8), heard));
  }

  @Override
  public CompletionStage<Long> publish(Lane lane, String channel, String message) {
    return lane.commands().publish(channel, message);
  }

  /// A connection stays with the server it was made to until that one hangs up, in charge or not.
  @Override
  public boolean refresh() {
    return false;
  }

  @Override
  public List<String> masters() {
    return List.of(IT);
  }

  @Override
  public String master(String key) {
    return IT;
  }

  @Override
  public CompletionStage<RedisClusterAsyncCommands<String, String>> at(Lane lane, String master) {
    return CompletableFuture.completedStage(lane.commands());
  }

  @Override
  public ScheduledExecutorService timer() {
    return client.getResources().eventExecutorGroup();
  }

  /// SUBSCRIBE. After a reconnect Lettuce subscribes again what had been confirmed.
  private static final class PlainEar extends RedisPubSubAdapter<String, String> implements Ear {
    private final StatefulRedisPubSubConnection<String, String> connection;
    private final BiConsumer<String, String> heard;
    private final Set<String> confirmed = ConcurrentHashMap.newKeySet();

    PlainEar(StatefulRedisPubSubConnection<String, String> connection, BiConsumer<String, String> heard) {
      this.connection = connection;
      this.heard = heard;
      connection.addListener(this);
    }

    @Override
    public void message(String channel, String message) {
      heard.accept(channel, message);
    }

    @Override
    public void subscribed(String channel, long count) {
      confirmed.add(channel);
    }

    @Override
    public void unsubscribed(String channel, long count) {
      confirmed.remove(channel);
    }

    @Override
    public CompletionStage<?> subscribe(String channel) {
      return connection.async().subscribe(channel);
    }

    @Override
    public CompletionStage<?> unsubscribe(String channel) {
      return connection.async().unsubscribe(channel);
    }

    @Override
    public boolean hears(String channel) {
      return confirmed.contains(channel);
    }

    @Override
    public CompletionStage<?> ping() {
      return connection.async().ping();
    }

    @Override
    public void close() {
      var _ = connection.closeAsync();
    }
  }
}
