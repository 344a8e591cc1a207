package dev.xiaoer.redis;

import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.SlotHash;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode.NodeFlag;
import io.lettuce.core.cluster.pubsub.RedisClusterPubSubAdapter;
import io.lettuce.core.cluster.pubsub.StatefulRedisClusterPubSubConnection;
import io.lettuce.core.codec.StringCodec;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BiConsumer;

/// A cluster, Redis 7 or newer: channels are sharded, so that a frame does not flood every server.
final class ClusterServers implements Servers {
  private static final String NOBODY = "nobody";

  private final RedisClusterClient client;

  ClusterServers(RedisClusterClient client) {
    this.client = client;
  }

  @Override
  public CompletionStage<Lane> connect() {
    return client.refreshPartitionsAsync().thenCompose(known -> client.connectAsync(StringCodec.UTF8))
        .thenApply(connection -> new Lane(connection, connection.async()));
  }

  @Override
  public CompletionStage<Ear> listen(BiConsumer<String, String> heard) {
    return client.connectPubSubAsync(StringCodec.UTF8).thenApply(connection -> new ShardedEar(connection, heard));
  }

  @Override
  public CompletionStage<Long> publish(Lane lane, String channel, String message) {
    return lane.commands().spublish(channel, message);
  }

  @Override
  public boolean refresh() {
    client.refreshPartitionsAsync();
    return true;
  }

  @Override
  public List<String> masters() {
    return client.getPartitions().stream().filter(node -> node.is(NodeFlag.UPSTREAM) && !node.hasNoSlots())
        .map(RedisClusterNode::getNodeId).toList();
  }

  @Override
  public String master(String key) {
    RedisClusterNode node = client.getPartitions().getMasterBySlot(SlotHash.getSlot(key));
    return node == null ? NOBODY : node.getNodeId();
  }

  @Override
  public CompletionStage<RedisClusterAsyncCommands<String, String>> at(Lane lane, String master) {
    var cluster = (StatefulRedisClusterConnection<String, String>) lane.connection();
    return cluster.getConnectionAsync(master).thenApply(StatefulRedisConnection::async);
  }

  @Override
  public ScheduledExecutorService timer() {
    return client.getResources().eventExecutorGroup();
  }

  /// SSUBSCRIBE. A channel counts as heard only while the server that confirmed it is still the one of its slot.
  private final class ShardedEar extends RedisClusterPubSubAdapter<String, String> implements Ear {
    private final StatefulRedisClusterPubSubConnection<String, String> connection;
    private final BiConsumer<String, String> heard;
    private final Map<String, String> confirmedBy = new ConcurrentHashMap<>();

    ShardedEar(StatefulRedisClusterPubSubConnection<String, String> connection, BiConsumer<String, String> heard) {
      this.connection = connection;
      this.heard = heard;
      connection.addListener(this);
    }

    @Override
    public void smessage(RedisClusterNode node, String channel, String message) {
      heard.accept(channel, message);
    }

    @Override
    public void ssubscribed(RedisClusterNode node, String channel, long count) {
      confirmedBy.put(channel, node == null ? NOBODY : node.getNodeId());
    }

    @Override
    public void sunsubscribed(RedisClusterNode node, String channel, long count) {
      confirmedBy.remove(channel);
    }

    @Override
    public CompletionStage<?> subscribe(String channel) {
      return connection.async().ssubscribe(channel);
    }

    @Override
    public CompletionStage<?> unsubscribe(String channel) {
      return connection.async().sunsubscribe(channel);
    }

    @Override
    public boolean hears(String channel) {
      return master(channel).equals(confirmedBy.get(channel));
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
