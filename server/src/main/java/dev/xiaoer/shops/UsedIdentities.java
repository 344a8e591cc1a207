package dev.xiaoer.shops;

import java.time.Duration;

/// A signed identity lets in once: who copies one comes too late.
interface UsedIdentities {

  /// @param jti the token's id
  /// @param keep for how long it could be shown again
  /// @return false when it was used before
  boolean use(String shop, String jti, Duration keep);
}
