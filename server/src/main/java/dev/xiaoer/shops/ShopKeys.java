package dev.xiaoer.shops;

/// The spelling of this room's keys. The settings of shops are few and read as a whole.
final class ShopKeys {

  /// hash: shop id → JSON of [Shop]
  static final String SHOPS = "shops";
  /// hash: shop id → JSON of its identity settings, which holds secrets
  static final String IDENTITIES = "shops:identities";
  /// hash: name of a signing key → 256 bit in base64url
  static final String SIGNING_KEYS = "shops:signing-keys";
  /// channel: id of a shop whose settings changed
  static final String CHANGED = "shops.changed";

  private ShopKeys() {}

  /// hash: product id → JSON of [Product]
  static String products(String shop) {
    return "{s:" + shop + "}:products";
  }

  /// string: the shop's own id of a known buyer
  static String customer(Buyer buyer) {
    return "{b:" + buyer.shop() + ':' + buyer.id() + "}:customer";
  }

  /// string, 11 min: an identity that was used: its `jti`, hashed with its shop
  static String usedIdentity(String hash) {
    return "identity:" + hash;
  }
}
