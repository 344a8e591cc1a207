package dev.xiaoer.replies;

import java.util.Locale;

/// Who worded a rule: what is further down goes before what is further up.
public enum Level {
  PACK, DESK, GROUP, AGENT;

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
