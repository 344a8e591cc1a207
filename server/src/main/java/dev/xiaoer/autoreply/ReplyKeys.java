package dev.xiaoer.autoreply;

/// The spelling of this room's keys; those under a desk's prefix are made in its scripts.
final class ReplyKeys {

  /// channel: id of a desk whose pack was changed
  static final String CHANGED = "replies.changed";

  private ReplyKeys() {}

  /// hash: `version` and `yaml` of the desk's own pack
  static String pack(String desk) {
    return "{d:" + desk + "}:replies";
  }

  /// hash: rule → when and how often the buyer was told, whatever conversation it was in; `<rule> by` → by what
  static String said(String shop, String buyer) {
    return "{b:" + shop + ':' + buyer + "}:said";
  }
}
