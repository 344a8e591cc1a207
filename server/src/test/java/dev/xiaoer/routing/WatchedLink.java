package dev.xiaoer.routing;

import dev.xiaoer.redis.RedisLink;
import dev.xiaoer.redis.Script;
import dev.xiaoer.redis.WeakenedLink;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/// Knows whether a desk was written to, and can put a mistake into its scripts: what is never found is no check.
final class WatchedLink extends WeakenedLink {

  private boolean touched;

  /// @param mistakes what stands in the scripts → what stands there instead
  WatchedLink(RedisLink real, Map<String, String> mistakes) {
    super(real, text -> spoilt(text, mistakes));
  }

  private static String spoilt(String text, Map<String, String> mistakes) {
    String spoilt = text;
    for (Map.Entry<String, String> mistake : mistakes.entrySet()) {
      spoilt = spoilt.replace(mistake.getKey(), mistake.getValue());
    }
    return spoilt;
  }

  /// Whether a desk was written to since this was asked last.
  boolean wasTouched() {
    boolean was = touched;
    touched = false;
    return was;
  }

  @Override
  public CompletionStage<List<Object>> write(Script script, List<String> keys, String... arguments) {
    touched |= keys.getFirst().startsWith("{d:");
    return super.write(script, keys, arguments);
  }
}
