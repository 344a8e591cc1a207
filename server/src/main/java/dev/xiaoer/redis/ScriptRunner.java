package dev.xiaoer.redis;

import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;

/// What a running script needs of the link.
interface ScriptRunner {
  RedisClusterAsyncCommands<String, String> commands();

  long nanoTime();

  /// Runs the call once more after a short, random while.
  ///
  /// @param since when the call failed for the first time
  /// @return false when it has been repeated for long enough
  boolean repeatLater(Runnable call, long since);

  void succeeded();

  void failed(Throwable error);

  /// No write can succeed at present.
  void refused();

  /// The server asked is not the one in charge.
  void elsewhere();
}
