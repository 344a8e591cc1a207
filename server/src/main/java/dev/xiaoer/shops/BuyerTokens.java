package dev.xiaoer.shops;

import org.jspecify.annotations.Nullable;

/// What a widget shows to be let in again: opaque to it, signed by us, checked without asking anybody, so that a storm of
/// reconnects costs Redis nothing.
public interface BuyerTokens {

  /// @return a new token; see [BuyerTokenSettings] for how long it is good
  String issue(Buyer buyer);

  /// @return null when the token was not made here, was changed, has expired, or the shop is gone or now insists on
  ///   signed identities and this is none
  @Nullable
  Buyer read(String token);
}
