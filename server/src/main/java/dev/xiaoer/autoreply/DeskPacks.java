package dev.xiaoer.autoreply;

import dev.xiaoer.replies.AutoReplies;
import dev.xiaoer.replies.RulePack;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// The rule packs of the desks. A change is seen by every node within two seconds.
public interface DeskPacks {

  /// From this node's memory, but for the first time a desk is asked for.
  CompletionStage<Ready> of(String desk);

  /// A pack made ready to decide by.
  record Ready(RulePack pack, AutoReplies replies) {}

  /// From the store.
  CompletionStage<Kept> find(String desk);

  /// @param version grows with every change; 0 while the desk has no pack of its own
  record Kept(long version, String yaml) {}

  /// @param wanted a pack without mistakes, with the version that was read
  /// @return what is kept, with the next version; null when it was changed since (`STALE`)
  CompletionStage<@Nullable Kept> save(String desk, Kept wanted);
}
