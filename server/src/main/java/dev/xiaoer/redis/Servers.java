package dev.xiaoer.redis;

import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;

/// What is behind the link: one server at a time (alone or found by Sentinel), or a cluster.
interface Servers {
  /// A new connection for commands.
  CompletionStage<Lane> connect();

  /// Ways to hear channels; one connection of its own.
  CompletionStage<Ear> listen(Ear.Heard heard);

  /// Speaks to a channel; on a cluster only the servers of its slot hear it.
  CompletionStage<Long> publish(Lane lane, String channel, String message);

  /// Called when the server that answers is the wrong one or none does.
  ///
  /// @return whether connections find the right server by themselves then; otherwise they must be made anew
  boolean refresh();

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

  /// A connection that hears channels and speaks to them.
  interface Ear {
    CompletionStage<Void> subscribe(String... channels);

    CompletionStage<Void> unsubscribe(String channel);

    /// Whether somebody is still at the other end.
    CompletionStage<?> ping();

    void close();

    /// What comes out of it, on one of Lettuce's threads.
    interface Heard {
      void message(String channel, String message);

      /// The server knows the subscription. Told again after each reconnect.
      void subscribed(String channel);

      /// The server knows it no longer, by wish or because its slot moved elsewhere.
      void unsubscribed(String channel);
    }
  }
}
