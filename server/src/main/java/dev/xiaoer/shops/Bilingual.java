package dev.xiaoer.shops;

/// Words that a shop says in two languages.
///
/// @param en empty where there are none: then the Chinese words are shown
public record Bilingual(String zh, String en) {

  public static Bilingual of(String zh) {
    return new Bilingual(zh, "");
  }
}
