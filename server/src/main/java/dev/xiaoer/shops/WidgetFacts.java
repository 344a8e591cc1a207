package dev.xiaoer.shops;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a widget shows that other rooms know. May wait for the store: not for Lettuce's threads.
public interface WidgetFacts {

  Files files();

  Map<String, Door> doors(String desk, Collection<String> groups);

  /// What a buyer finds at a group who comes now.
  ///
  /// @param onDuty how many agents are there for who comes now; 0 also when it is closed or as many wait as may
  /// @param open whether it is within the group's hours
  /// @param opensAt when they begin again; null while it is open, and when that is not known
  /// @param full whether as many wait as may
  record Door(int onDuty, boolean open, @Nullable Instant opensAt, boolean full) {}

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
