package dev.xiaoer.accounts;

import java.util.function.Consumer;

/// Tells all nodes that what they know of somebody is out of date.
public interface MemberNews {

  void tell(String staffId);

  /// @param listener gets the staff id, on one of Lettuce's threads: must not block
  void onChange(Consumer<String> listener);
}
