package dev.xiaoer.routing;

import dev.xiaoer.redis.RedisLink;
import dev.xiaoer.redis.Script;
import dev.xiaoer.redis.WeakenedLink;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Looks at a desk behind every call that writes to it, and can put a mistake into its scripts: what is never found is no
/// check.
final class WatchedLink extends WeakenedLink {

  private @Nullable Supplier<CompletionStage<DeskView>> look;
  private @Nullable CompletionStage<DeskView> seen;

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

  /// Looks so behind every call that writes to a desk, before anybody goes on.
  void lookBy(Supplier<CompletionStage<DeskView>> view) {
    look = view;
  }

  /// The desk behind the last call, if one has written to it since this was asked last.
  @Nullable
  DeskView seen() {
    CompletionStage<DeskView> view = seen;
    seen = null;
    return view == null ? null : view.toCompletableFuture().join();
  }

  @Override
  public CompletionStage<List<Object>> write(Script script, List<String> keys, String... arguments) {
    CompletionStage<List<Object>> answer = super.write(script, keys, arguments);
    Supplier<CompletionStage<DeskView>> now = look;
    if (now != null && keys.getFirst().startsWith("{d:")) {
      seen = answer.handle((done, failure) -> 0).thenCompose(done -> now.get());
    }
    return answer;
  }
}
