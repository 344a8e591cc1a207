package dev.xiaoer.groups;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/// Rules in memory, for tests of what needs no more.
public final class TestRules implements DeskRules {

  private final Map<String, GroupRules> kept = new ConcurrentHashMap<>();
  private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

  /// The settings as they are without a word in the environment.
  public static RuleSettings defaults() {
    return new Binder(new MapConfigurationPropertySource(Map.of())).bindOrCreate("desk.rules", RuleSettings.class);
  }

  @Override
  public GroupRules of(String desk, String group) {
    GroupRules rules = kept.get(desk + ' ' + group);
    return rules == null ? defaults().of(group) : rules;
  }

  @Override
  public List<GroupRules> all(String desk) {
    return kept.entrySet().stream().filter(one -> one.getKey().startsWith(desk + ' ')).map(Map.Entry::getValue)
        .sorted(Comparator.comparing(GroupRules::group)).toList();
  }

  @Override
  public CompletionStage<GroupRules> find(String desk, String group) {
    return CompletableFuture.completedStage(of(desk, group));
  }

  @Override
  public synchronized CompletionStage<@Nullable GroupRules> save(String desk, GroupRules wanted) {
    if (of(desk, wanted.group()).version() != wanted.version()) {
      return CompletableFuture.completedStage(null);
    }
    GroupRules next = wanted.withVersion(wanted.version() + 1);
    kept.put(desk + ' ' + wanted.group(), next);
    listeners.forEach(listener -> listener.accept(desk));
    return CompletableFuture.completedStage(next);
  }

  @Override
  public void onChange(Consumer<String> listener) {
    listeners.add(listener);
  }
}
