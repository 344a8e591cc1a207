package dev.xiaoer.shops;

import org.jspecify.annotations.Nullable;

/// The agreements with all shops. They hold secrets: nothing of them leaves the server.
public interface IdentityAgreements {

  /// @return null when the shop has none: then it has no known buyers
  @Nullable
  IdentityAgreement find(String shop);

  void save(String shop, IdentityAgreement agreement);
}
