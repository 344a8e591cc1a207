package dev.xiaoer.shops;

/// The keys that all nodes share.
interface SigningKeys {

  /// The key of a name; made by the first node that asks, the same for all from then on.
  byte[] key(String name);
}
