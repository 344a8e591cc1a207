package dev.xiaoer.accounts;

import java.util.function.Consumer;

/// Tells all nodes that somebody has to go.
interface SignOutNews {

  void tell(String staffId);

  void onSignOut(Consumer<String> listener);
}
