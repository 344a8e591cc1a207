package dev.xiaoer.replies;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The texts of one shop or of the whole desk. A pack is complete: each kind has a text in each language.
public final class ReplyPack {

  /// The languages of the desk; zh-CN also speaks for every language that is not listed.
  static final String CHINESE = "zh-CN";
  static final String ENGLISH = "en";

  static final Pattern VARIABLE = Pattern.compile("\\{([^{}]*)}");

  private final Map<ReplyKind, Map<String, String>> texts;

  ReplyPack(Map<ReplyKind, Map<String, String>> texts) {
    this.texts = Map.copyOf(texts);
  }

  /// Says what fits, with the variables filled in.
  ///
  /// @param values by variable: `shop`, and `position` for [ReplyKind#QUEUEING]; taken literally, braces and all
  /// @throws IllegalArgumentException when a variable of the text has no value
  public String say(ReplyKind kind, Locale language, Map<String, String> values) {
    Map<String, String> byLanguage = texts.getOrDefault(kind, Map.of());
    String text = byLanguage.getOrDefault(language.getLanguage().equals("en") ? ENGLISH : CHINESE, "");
    return VARIABLE.matcher(text).replaceAll(variable -> Matcher.quoteReplacement(value(variable.group(1), values)));
  }

  private static String value(String variable, Map<String, String> values) {
    String value = values.get(variable);
    if (value == null) {
      throw new IllegalArgumentException("no value for {" + variable + "}");
    }
    return value;
  }
}
