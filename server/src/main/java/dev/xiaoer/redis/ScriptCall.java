package dev.xiaoer.redis;

import io.lettuce.core.RedisFuture;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.cluster.SlotHash;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// One run of a script: its stage, the listener of its answer and the repeat of what surely was not done, in one object.
///
/// A script whose outcome is unknown is never run again here: only its ref, which the caller has, makes that safe.
final class ScriptCall extends CompletableFuture<List<Object>>
    implements BiConsumer<List<Object>, Throwable>, Runnable {
  private final ScriptRunner runner;
  private final Script script;
  private final String[] keys;
  private final String[] arguments;
  private final boolean probe;
  private boolean textSent;
  private long since;

  ScriptCall(ScriptRunner runner, Script script, List<String> keys, String[] arguments, boolean probe) {
    // only in tests: there every script of every room passes here, and a cluster would refuse two slots
    assert keys.stream().mapToInt(SlotHash::getSlot).distinct().count() == 1
        : script.name() + " has two slots: " + keys;
    this.runner = runner;
    this.script = script;
    this.keys = keys.toArray(String[]::new);
    this.arguments = arguments;
    this.probe = probe;
  }

  /// Sends the script; called again for a repeat.
  @Override
  public void run() {
    try {
      var commands = runner.commands();
      RedisFuture<List<Object>> answer = textSent
          ? commands.eval(script.text(), ScriptOutputType.MULTI, keys, arguments)
          : commands.evalsha(script.sha1(), ScriptOutputType.MULTI, keys, arguments);
      answer.whenComplete(this);
    } catch (RuntimeException e) {
      accept(null, e);
    }
  }

  @Override
  public void accept(@Nullable List<Object> answer, @Nullable Throwable error) {
    if (error != null) {
      failed(error);
    } else {
      runner.succeeded();
      complete(answer);
    }
  }

  private void failed(Throwable error) {
    switch (Verdict.of(error)) {
      case SEND_TEXT -> sendText(error);
      case AGAIN -> repeat(error);
      case AGAIN_ELSEWHERE -> {
        runner.elsewhere();
        repeat(error);
      }
      case REFUSED -> {
        runner.refused();
        completeExceptionally(new StoreException(StoreException.Kind.UNAVAILABLE, "Redis refuses to write", error));
      }
      case UNKNOWN -> unavailable("no answer to", error);
      case BUG ->
        completeExceptionally(new StoreException(StoreException.Kind.BROKEN, script.name() + " failed", error));
    }
  }

  private void sendText(Throwable error) {
    if (textSent) {
      unavailable("Redis forgets the text of", error);
    } else {
      textSent = true;
      run();
    }
  }

  private void repeat(Throwable error) {
    if (since == 0) {
      since = runner.nanoTime();
    }
    if (probe || !runner.repeatLater(this, since)) {
      unavailable("Redis is not ready for", error);
    }
  }

  private void unavailable(String what, Throwable error) {
    runner.failed(error);
    completeExceptionally(
        new StoreException(StoreException.Kind.UNAVAILABLE, what + ' ' + script.name(), error));
  }
}
