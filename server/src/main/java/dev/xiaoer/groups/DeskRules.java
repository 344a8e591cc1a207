package dev.xiaoer.groups;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What is settled for the groups of the desks. Any thread may ask: what is in this node's memory is answered at once. A
/// change is seen by every node within two seconds.
public interface DeskRules {

  /// From memory; the defaults for a group nobody has settled anything for, and for a desk that is new to this node until
  /// its rules have come.
  GroupRules of(String desk, String group);

  /// From memory: the groups somebody has settled something for, by their ids.
  List<GroupRules> all(String desk);

  /// From the store.
  CompletionStage<GroupRules> find(String desk, String group);

  /// @param wanted with the version that was read
  /// @return what is kept, with the next version; null when it was changed since (`STALE`)
  CompletionStage<@Nullable GroupRules> save(String desk, GroupRules wanted);

  /// @param listener hears of the desk once its new rules are in memory, now and then without a change; must not block
  void onChange(Consumer<String> listener);
}
