package dev.xiaoer.replies.text;

import java.util.Locale;

/// How a keyword has to stand in a text.
public enum Match {
  /// It is all of the text, but for signs around it.
  EXACT,
  /// It begins and ends where words do: `发货` is in `不发货吗`, and not in `开发货架`.
  WORD,
  /// Anywhere.
  CONTAINS;

  /// Its name in a pack.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
