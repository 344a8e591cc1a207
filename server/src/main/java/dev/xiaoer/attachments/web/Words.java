package dev.xiaoer.attachments.web;

import dev.xiaoer.protocol.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/// The words for refusals, Chinese unless the browser would rather have English.
final class Words {

  private static final List<Locale> LANGUAGES = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);
  private static final ResourceBundle.Control NO_FALLBACK = ResourceBundle.Control
      .getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private Words() {}

  static String of(Refusal code, List<Locale> wanted) {
    Locale language = wanted.stream().filter(Words::isSpoken).findFirst().orElse(Locale.SIMPLIFIED_CHINESE);
    ResourceBundle words = ResourceBundle.getBundle("dev.xiaoer.attachments.web.words", language, NO_FALLBACK);
    return words.getString(words.containsKey(code.name()) ? code.name() : Refusal.INTERNAL.name());
  }

  private static boolean isSpoken(Locale locale) {
    return LANGUAGES.stream().anyMatch(ours -> ours.getLanguage().equals(locale.getLanguage()));
  }
}
