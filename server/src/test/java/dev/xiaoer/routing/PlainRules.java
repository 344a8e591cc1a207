package dev.xiaoer.routing;

import dev.xiaoer.groups.DeskRules;
import dev.xiaoer.groups.GroupRules;
import dev.xiaoer.groups.RuleSettings;
import dev.xiaoer.groups.TestRules;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Nobody has settled anything.
final class PlainRules implements DeskRules {

  private final RuleSettings defaults = TestRules.defaults();

  @Override
  public GroupRules of(String desk, String group) {
    return defaults.of(group);
  }

  @Override
  public List<GroupRules> all(String desk) {
    return List.of();
  }

  @Override
  public CompletionStage<GroupRules> find(String desk, String group) {
    return CompletableFuture.completedStage(of(desk, group));
  }

  @Override
  public CompletionStage<@Nullable GroupRules> save(String desk, GroupRules wanted) {
    return CompletableFuture.completedStage(null);
  }

  @Override
  public void onChange(Consumer<String> listener) {}
}
