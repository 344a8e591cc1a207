package dev.xiaoer.routing;

/// The keys of one buyer of a shop, under a tag of its own.
final class BuyerKeys {

  private BuyerKeys() {}

  /// String: the open conversation.
  static String open(String shop, String buyer) {
    return tag(shop, buyer) + ":open";
  }

  /// Zset: conversation → when it was to be opened (ms).
  static String conversations(String shop, String buyer) {
    return tag(shop, buyer) + ":conversations";
  }

  private static String tag(String shop, String buyer) {
    return "{b:" + shop + ':' + buyer + "}";
  }
}
