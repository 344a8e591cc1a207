package dev.xiaoer.redis;

import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// One write that is done when its script has answered *and* a WAIT behind the script was answered by enough replicas.
final class DurableCall extends CompletableFuture<List<Object>> implements ScriptRunner {
  private final ScriptRunner link;
  private final GroupCommit commit;
  private final ScriptCall script;
  private final String key;
  private volatile @Nullable RedisClusterAsyncCommands<String, String> commands;
  /// Whether a WAIT follows the script on its connection. A script that had to be sent once more has none yet.
  private volatile boolean followed;

  DurableCall(ScriptRunner link, GroupCommit commit, Script script, List<String> keys, String[] arguments) {
    this.link = link;
    this.commit = commit;
    this.key = keys.getFirst();
    this.script = new ScriptCall(this, script, keys, arguments, false);
    var _ = this.script.whenComplete(this::answered);
  }

  String key() {
    return key;
  }

  /// Sends the script, or nothing when only the WAIT is still owed.
  void run(RedisClusterAsyncCommands<String, String> on) {
    commands = on;
    followed = true;
    if (!script.isDone()) {
      script.run();
    }
  }

  private void answered(@Nullable List<Object> answer, @Nullable Throwable error) {
    if (error != null) {
      completeExceptionally(error);
    } else if (!followed) {
      commit.add(this);
    }
  }

  /// The WAIT was answered, and so was all that went before it on the connection.
  void waited(boolean confirmed) {
    if (!script.isDone()) {
      followed = false;
    } else if (confirmed) {
      complete(script.getNow(List.of()));
    } else {
      completeExceptionally(new StoreException(StoreException.Kind.NOT_DURABLE, "too few replicas have it yet"));
    }
  }

  void lost(@Nullable Throwable error) {
    completeExceptionally(new StoreException(StoreException.Kind.UNAVAILABLE, "no word from the replicas", error));
  }

  @Override
  public RedisClusterAsyncCommands<String, String> commands() {
    var on = commands;
    if (on == null) {
      throw new IllegalStateException("sent before it has a connection");
    }
    return on;
  }

  @Override
  public long nanoTime() {
    return link.nanoTime();
  }

  /// Not on the same connection: another server may be in charge of the key by then.
  @Override
  public boolean repeatLater(Runnable call, long since) {
    return link.repeatLater(() -> commit.add(this), since);
  }

  @Override
  public void succeeded() {
    link.succeeded();
  }

  @Override
  public void failed(Throwable error) {
    link.failed(error);
  }

  @Override
  public void refused() {
    link.refused();
  }

  @Override
  public void elsewhere() {
    link.elsewhere();
  }
}
