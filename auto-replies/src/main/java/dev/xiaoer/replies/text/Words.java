package dev.xiaoer.replies.text;

import java.util.Locale;
import java.util.ResourceBundle;

/// The words of this library for people, from its message files: Chinese, and English for everybody else.
public final class Words {

  private static final ResourceBundle.Control NO_FALLBACK = ResourceBundle.Control
      .getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Locale language;
  private final ResourceBundle bundle;

  private Words(Locale language) {
    this.language = language;
    this.bundle = ResourceBundle.getBundle("dev.xiaoer.replies.messages", language, NO_FALLBACK);
  }

  public static Words in(Locale language) {
    return new Words(isChinese(language) ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH);
  }

  public static boolean isChinese(Locale language) {
    return language.getLanguage().equals("zh");
  }

  public Locale language() {
    return language;
  }

  /// @param key of the message files; its `%s` are filled in
  public String of(String key, Object... arguments) {
    return String.format(language, bundle.getString(key), arguments);
  }
}
