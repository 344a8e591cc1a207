package dev.xiaoer.accounts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The people of all desks. Every method asks Redis and waits for it: not for Lettuce's threads.
public interface StaffMembers {

  /// @return null when there is nobody of this id, or the account is disabled
  @Nullable
  StaffMember find(String id);

  /// @return everybody of a desk whose account is not disabled, by sign-in name
  List<StaffMember> ofDesk(String desk);

  /// Adds an account.
  ///
  /// @return false when the id or the sign-in name is taken: nothing was changed
  /// @throws WeakPasswordException when the password is refused
  boolean create(StaffMember newcomer, String password);

  /// Changes everything but the id, the sign-in name and the desk. A new role signs the person out everywhere.
  ///
  /// @return false when there is no such account
  boolean change(StaffMember changed);

  /// Sets a new password and signs the person out everywhere.
  ///
  /// @return false when there is no such account
  /// @throws WeakPasswordException when the password is refused
  boolean changePassword(String id, String password);

  /// Nobody signs in with this account any more; who is signed in is signed out.
  ///
  /// @return false when there is no such account
  boolean disable(String id);
}
