package dev.xiaoer.routing;

import dev.xiaoer.redis.RedisLink;
import dev.xiaoer.redis.Script;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/// Knows whether a desk was written to, and can put a mistake into its scripts: what is never found is no check.
final class WatchedLink implements RedisLink {

  private final RedisLink real;
  private final Map<String, String> mistakes;
  private boolean touched;

  /// @param mistakes what stands in the scripts → what stands there instead
  WatchedLink(RedisLink real, Map<String, String> mistakes) {
    this.real = real;
    this.mistakes = mistakes;
  }

  /// Whether a desk was written to since this was asked last.
  boolean wasTouched() {
    boolean was = touched;
    touched = false;
    return was;
  }

  private Script spoilt(Script script) {
    String text = script.text();
    for (Map.Entry<String, String> mistake : mistakes.entrySet()) {
      text = text.replace(mistake.getKey(), mistake.getValue());
    }
    return text.equals(script.text()) ? script : new Script(script.name(), text, sha1(text));
  }

  private static String sha1(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public CompletionStage<List<Object>> write(Script script, List<String> keys, String... arguments) {
    touched |= keys.getFirst().startsWith("{d:");
    return real.write(mistakes.isEmpty() ? script : spoilt(script), keys, arguments);
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
