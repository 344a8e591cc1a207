package dev.xiaoer.accounts;

import org.jspecify.annotations.Nullable;

/// The part of the staff's store that only this room sees.
interface StaffAccounts {

  @Nullable
  StaffAccount account(String id);

  @Nullable
  StaffAccount accountNamed(String name);

  boolean none();

  /// @param setupToken the hash of the token that is used up by this
  /// @return false when there is an account already or the token is another: nothing was changed
  boolean createFirst(StaffMember admin, String passwordHash, String setupToken);

  /// Keeps a hash with newer parameters of the same password, if the password was not changed meanwhile.
  void rehash(String id, String oldHash, String newHash);

  /// Makes everything handed out before void.
  void nextEpoch(String id);
}
