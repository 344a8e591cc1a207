package dev.xiaoer.shops;

import java.util.Locale;

/// Words that a shop says in two languages.
///
/// @param en empty where there are none: then the Chinese words are shown
public record Bilingual(String zh, String en) {

  public static Bilingual of(String zh) {
    return new Bilingual(zh, "");
  }

  public String in(Locale language) {
    return en.isEmpty() || language.getLanguage().equals("zh") ? zh : en;
  }
}
