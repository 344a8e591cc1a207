package dev.xiaoer.accounts;

import java.util.function.Consumer;

/// Everything that ends a person's right to be here: signing out, a disabled account, a new password or role. Every
/// node hears of it and closes that person's sockets.
public interface SignOuts {

  /// @param listener gets the staff id, on one of Lettuce's threads: must not block
  void onSignOut(Consumer<String> listener);

  /// Ends all sessions and unused tickets of a person and tells every node.
  void signOut(String staffId);
}
