package dev.xiaoer.json;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// JSON in which a number is left open that only a script knows; it belongs between the two.
public record Around(String before, String after) {

  /// Stands in the written value for the number.
  public static final long OPEN = -7_777_777;

  /// As the value of a field. What people wrote may look like it, but has a backslash before the quote.
  private static final Pattern MARK = Pattern.compile("(?<!\\\\)\":(" + OPEN + ")");

  static Around mark(String written) {
    Matcher mark = MARK.matcher(written);
    if (!mark.find()) {
      throw new IllegalArgumentException("no number is left open");
    }
    return new Around(written.substring(0, mark.start(1)), written.substring(mark.end()));
  }
}
