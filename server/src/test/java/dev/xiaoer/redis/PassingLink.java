package dev.xiaoer.redis;

import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/// Passes everything on to another link; who extends it does some of it otherwise.
class PassingLink implements RedisLink {

  final RedisLink real;

  PassingLink(RedisLink real) {
    this.real = real;
  }

  @Override
  public CompletionStage<List<Object>> write(Script script, List<String> keys, String... arguments) {
    return real.write(script, keys, arguments);
  }

  @Override
  public CompletionStage<List<Object>> read(Script script, List<String> keys, String... arguments) {
    return real.read(script, keys, arguments);
  }

  @Override
  public RedisClusterAsyncCommands<String, String> commands() {
    return real.commands();
  }

  @Override
  public CompletionStage<Long> publish(String channel, String message) {
    return real.publish(channel, message);
  }

  @Override
  public Subscription subscribe(String channel, Consumer<String> listener) {
    return real.subscribe(channel, listener);
  }

  @Override
  public boolean available() {
    return real.available();
  }

  @Override
  public void onAvailability(Consumer<Boolean> listener) {
    real.onAvailability(listener);
  }
}
