package dev.xiaoer.phrases;

/// The spelling of this room's keys.
final class PhraseKeys {

  /// channel: id of a desk whose forbidden phrases changed
  static final String CHANGED = "phrases.changed";

  private PhraseKeys() {}

  /// hash: id → JSON of [Phrase]
  static String phrases(String desk) {
    return "{d:" + desk + "}:phrases";
  }

  /// list: what must not be said, as written
  static String forbidden(String desk) {
    return "{d:" + desk + "}:forbidden";
  }
}
