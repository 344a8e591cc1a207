package dev.xiaoer.redis;

import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BiConsumer;

/// What is behind the link: one server at a time (alone or found by Sentinel), or a cluster.
interface Servers {
  /// A new connection for commands.
  CompletionStage<Lane> connect();

  /// A new connection for channels.
  ///
  /// @param heard told channel and message on one of Lettuce's threads
  CompletionStage<Ear> listen(BiConsumer<String, String> heard);

  /// Speaks to a channel; on a cluster only the servers of its slot hear it.
  CompletionStage<Long> publish(Lane lane, String channel, String message);

  /// Called when the server that answers is the wrong one or none does.
  ///
  /// @return whether connections find the right server by themselves then; otherwise they must be made anew
  boolean refresh();

  /// The servers that take writes at present, by name.
  List<String> masters();

  /// The one of them that takes the writes of a key.
  String master(String key);

  /// The lane's connection to one of them, past all rerouting: WAIT speaks of one connection only.
  CompletionStage<RedisClusterAsyncCommands<String, String>> at(Lane lane, String master);

  /// Runs what is to happen later; nothing may block on it.
  ScheduledExecutorService timer();

  /// A connection for commands.
  record Lane(StatefulConnection<String, String> connection, RedisClusterAsyncCommands<String, String> commands) {
    boolean isOpen() {
      return connection.isOpen();
    }

    void close() {
      var _ = connection.closeAsync();
    }
  }

  /// A connection that hears channels.
  interface Ear {
    CompletionStage<?> subscribe(String channel);

    CompletionStage<?> unsubscribe(String channel);

    /// Whether the server in charge of the channel has confirmed the subscription.
    boolean hears(String channel);

    /// Whether somebody is still at the other end.
    CompletionStage<?> ping();

    void close();
  }
}
