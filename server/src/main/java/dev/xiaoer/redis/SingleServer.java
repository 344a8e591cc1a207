package dev.xiaoer.redis;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;

/// One server in charge at a time: alone, or the one that Sentinel names each time a connection is made.
final class SingleServer implements Servers {
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
  public CompletionStage<Ear> listen(Ear.Heard heard) {
    return onVirtualThread(() -> {
      var connection = client.connectPubSub(StringCodec.UTF8);
      connection.addListener(new RedisPubSubAdapter<>() {
        @Override
        public void message(String channel, String message) {
          heard.message(channel, message);
        }

        @Override
        public void subscribed(String channel, long count) {
          heard.subscribed(channel);
        }

        @Override
        public void unsubscribed(String channel, long count) {
          heard.unsubscribed(channel);
        }
      });
      return new PlainEar(connection);
    });
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
  public ScheduledExecutorService timer() {
    return client.getResources().eventExecutorGroup();
  }

  /// PUBLISH and SUBSCRIBE.
  private record PlainEar(StatefulRedisPubSubConnection<String, String> connection) implements Ear {
    @Override
    public CompletionStage<Void> subscribe(String... channels) {
      return connection.async().subscribe(channels);
    }

    @Override
    public CompletionStage<Void> unsubscribe(String channel) {
      return connection.async().unsubscribe(channel);
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
