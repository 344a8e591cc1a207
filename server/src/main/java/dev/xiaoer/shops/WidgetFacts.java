package dev.xiaoer.shops;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a widget shows that other rooms know. May wait for the store: not for Lettuce's threads.
public interface WidgetFacts {

  Files files();

  /// @return how many agents of each of these groups are on duty
  Map<String, Integer> onDuty(String desk, Collection<String> groups);

  /// @return how long buyers of the shop have waited lately for a first answer; null where too few were answered
  @Nullable
  Integer firstReplySeconds(String desk, String shop);

  /// Which files a conversation takes.
  ///
  /// @param on whether it takes any
  /// @param types endings of names, without the dot
  /// @param maxBytes of one
  /// @param maxPerDay of one conversation
  record Files(boolean on, List<String> types, long maxBytes, int maxPerDay) {}
}
