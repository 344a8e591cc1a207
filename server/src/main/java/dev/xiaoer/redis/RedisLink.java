package dev.xiaoer.redis;

import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/// The node's way to Redis: one shared connection, the same whether a single server, Sentinel or a cluster is behind it.
///
/// Every stage completes on one of Lettuce's threads, where nothing may block. A stage that fails does so with a
/// [StoreException] that says whether the same command may be repeated.
public interface RedisLink {

  /// Runs a script that writes. The stage completes only when what the script wrote is as durable as declared.
  ///
  /// @return the script's answer: strings, longs and nested lists
  CompletionStage<List<Object>> write(Script script, List<String> keys, String... arguments);

  /// Runs a script that only reads, or whose writes nobody is told of.
  CompletionStage<List<Object>> read(Script script, List<String> keys, String... arguments);

  /// Plain commands that nobody is promised anything about.
  RedisClusterAsyncCommands<String, String> commands();

  /// @return how many subscribers the message reached
  CompletionStage<Long> publish(String channel, String message);

  /// Listens to a channel until closed; a lost connection is mended and the channel subscribed again by itself.
  ///
  /// @param listener called on one of Lettuce's threads; must not block
  Subscription subscribe(String channel, Consumer<String> listener);

  /// Whether Redis answers at present. While it does not, commands fail at once instead of queueing.
  boolean available();

  /// Tells when Redis goes away and when it is back.
  void onAvailability(Consumer<Boolean> listener);

  /// Ends listening.
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
