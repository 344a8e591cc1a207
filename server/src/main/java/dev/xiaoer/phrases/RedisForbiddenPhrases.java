package dev.xiaoer.phrases;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.xiaoer.redis.RedisLink;
import dev.xiaoer.redis.Script;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// Each node keeps the lists of the desks it serves, made ready. A change is told to all nodes; who missed the news reads
/// the list again within a minute.
@Component
class RedisForbiddenPhrases implements ForbiddenPhrases, DisposableBean {

  private static final Script REPLACE = Script.of(RedisForbiddenPhrases.class, "replace_forbidden");
  private static final Script LIST = Script.of(RedisForbiddenPhrases.class, "list_forbidden");
  private static final Duration OLDEST = Duration.ofMinutes(1);
  private static final int MOST_DESKS = 1_000;

  private final RedisLink redis;
  private final AsyncLoadingCache<String, PhraseList> lists;
  private final RedisLink.Subscription changes;

  RedisForbiddenPhrases(RedisLink redis) {
    this.redis = redis;
    this.lists = Caffeine.newBuilder().maximumSize(MOST_DESKS).refreshAfterWrite(OLDEST)
        .buildAsync((desk, _) -> load(desk));
    this.changes = redis.subscribe(PhraseKeys.CHANGED, this::changed);
    redis.onAvailability(this::missed);
  }

  @Override
  public CompletionStage<List<String>> ofDesk(String desk) {
    return redis.read(LIST, List.of(PhraseKeys.forbidden(desk)))
        .thenApply(phrases -> phrases.stream().map(String.class::cast).toList());
  }

  @Override
  public CompletionStage<Void> replace(String desk, List<String> phrases) {
    return redis.write(REPLACE, List.of(PhraseKeys.forbidden(desk)), phrases.toArray(String[]::new))
        .thenCompose(replaced -> redis.publish(PhraseKeys.CHANGED, desk))
        .thenAccept(told -> {});
  }

  @Override
  public CompletionStage<@Nullable String> in(String desk, String text) {
    return lists.get(desk).thenApply(list -> list.firstIn(text));
  }

  @Override
  public void destroy() {
    changes.close();
  }

  /// Not by a refresh: that joins a reading already under way, which may have seen what was there before the change.
  private void changed(String desk) {
    if (lists.getIfPresent(desk) != null) {
      lists.put(desk, load(desk));
    }
  }

  /// While Redis was away there was nobody to tell of changes.
  private void missed(boolean available) {
    if (available) {
      lists.asMap().keySet().forEach(this::changed);
    }
  }

  private CompletableFuture<PhraseList> load(String desk) {
    return ofDesk(desk).thenApply(PhraseList::new).toCompletableFuture();
  }
}
