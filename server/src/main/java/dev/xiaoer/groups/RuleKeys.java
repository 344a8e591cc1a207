package dev.xiaoer.groups;

/// The spelling of this room's keys.
final class RuleKeys {

  /// channel: id of a desk whose rules changed
  static final String CHANGED = "rules.changed";

  private RuleKeys() {}

  /// hash: group → JSON of [GroupRules]
  static String rules(String desk) {
    return "{d:" + desk + "}:rules";
  }
}
