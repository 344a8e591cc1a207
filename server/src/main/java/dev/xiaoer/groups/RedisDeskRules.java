package dev.xiaoer.groups;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.xiaoer.redis.RedisLink;
import dev.xiaoer.redis.Script;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import tools.jackson.databind.json.JsonMapper;

/// Each node keeps the rules of the desks it serves. A change is told to all nodes; who missed the news reads them again
/// within a minute.
final class RedisDeskRules implements DeskRules, DisposableBean {

  private static final Script SAVE = Script.of(RedisDeskRules.class, "save_rules");
  private static final Duration OLDEST = Duration.ofMinutes(1);
  private static final int MOST_DESKS = 10_000;

  private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
  private final RedisLink redis;
  private final JsonMapper json;
  private final RuleSettings defaults;
  private final AsyncLoadingCache<String, Map<String, GroupRules>> desks;
  private final RedisLink.Subscription changes;

  RedisDeskRules(RedisLink redis, JsonMapper json, RuleSettings defaults) {
    this.redis = redis;
    this.json = json;
    this.defaults = defaults;
    this.desks = Caffeine.newBuilder().maximumSize(MOST_DESKS).refreshAfterWrite(OLDEST)
        .buildAsync((desk, _) -> load(desk));
    this.changes = redis.subscribe(RuleKeys.CHANGED, this::changed);
    redis.onAvailability(this::missed);
  }

  /// Waits until the rules of these desks are in memory.
  void know(Collection<String> all) {
    desks.getAll(all).join();
  }

  @Override
  public GroupRules of(String desk, String group) {
    GroupRules known = known(desk).get(group);
    return known == null ? defaults.of(group) : known;
  }

  @Override
  public List<GroupRules> all(String desk) {
    return known(desk).values().stream().sorted(Comparator.comparing(GroupRules::group)).toList();
  }

  private Map<String, GroupRules> known(String desk) {
    CompletableFuture<Map<String, GroupRules>> rules = desks.get(desk);
    return rules.state() == CompletableFuture.State.SUCCESS ? rules.resultNow() : Map.of();
  }

  @Override
  public CompletionStage<GroupRules> find(String desk, String group) {
    return redis.commands().hget(RuleKeys.rules(desk), group)
        .thenApply(kept -> kept == null ? defaults.of(group) : json.readValue(kept, GroupRules.class));
  }

  @Override
  public CompletionStage<@Nullable GroupRules> save(String desk, GroupRules wanted) {
    GroupRules next = wanted.withVersion(wanted.version() + 1);
    return redis.write(SAVE, List.of(RuleKeys.rules(desk)), wanted.group(), Long.toString(wanted.version()),
        json.writeValueAsString(next))
        .thenCompose(answer -> answer.getFirst().equals("SAVED")
            ? refresh(desk).thenCompose(known -> redis.publish(RuleKeys.CHANGED, desk)).thenApply(told -> next)
            : CompletableFuture.completedStage(null));
  }

  @Override
  public void onChange(Consumer<String> listener) {
    listeners.add(listener);
  }

  @Override
  public void destroy() {
    changes.close();
  }

  private void changed(String desk) {
    var _ = refresh(desk).thenAccept(known -> listeners.forEach(listener -> listener.accept(desk)));
  }

  /// Twice: a reading already under way may have seen what was there before the change.
  private CompletableFuture<?> refresh(String desk) {
    return desks.synchronous().refresh(desk).handle((_, _) -> desk)
        .thenCompose(again -> desks.synchronous().refresh(again));
  }

  /// While Redis was away there was nobody to tell of changes.
  private void missed(boolean available) {
    if (available) {
      desks.asMap().keySet().forEach(this::changed);
    }
  }

  private CompletableFuture<Map<String, GroupRules>> load(String desk) {
    return redis.commands().hgetall(RuleKeys.rules(desk)).thenApply(kept -> {
      var rules = new HashMap<String, GroupRules>();
      kept.forEach((group, text) -> rules.put(group, json.readValue(text, GroupRules.class)));
      return Map.copyOf(rules);
    }).toCompletableFuture();
  }
}
