package dev.xiaoer.replies.pack;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Single values of a section. Each is null when it is not there or wrong; the latter is a problem.
record Scalars(Section section, Problems problems) {

  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,6}");
  private static final Pattern DECIMAL = Pattern.compile("\\d(\\.\\d{1,4})?");
  private static final Pattern DURATION = Pattern.compile("(\\d{1,5})([smh])");

  @Nullable
  Integer number(String key, int least, int most) {
    String text = section.text(key);
    if (text == null) {
      return null;
    }
    if (WHOLE.matcher(text).matches() && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most) {
      return Integer.valueOf(text);
    }
    wrong(key, Mistake.NUMBER, key, least, most);
    return null;
  }

  /// Between 0 and 1.
  @Nullable
  Double share(String key) {
    String text = section.text(key);
    if (text == null) {
      return null;
    }
    double share = DECIMAL.matcher(text).matches() ? Double.parseDouble(text) : -1;
    if (share >= 0 && share <= 1) {
      return share;
    }
    wrong(key, Mistake.DECIMAL, key);
    return null;
  }

  /// Such as `90s`, `10m` or `2h`; a day at most.
  @Nullable
  Duration duration(String key) {
    String text = section.text(key);
    if (text == null) {
      return null;
    }
    Duration duration = duration(DURATION.matcher(text));
    if (duration.isPositive() && duration.compareTo(Duration.ofDays(1)) <= 0) {
      return duration;
    }
    wrong(key, Mistake.DURATION, key);
    return null;
  }

  private static Duration duration(Matcher parts) {
    if (!parts.matches()) {
      return Duration.ZERO;
    }
    long count = Long.parseLong(parts.group(1));
    return switch (parts.group(2)) {
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      default -> Duration.ofHours(count);
    };
  }

  /// One of these, by its name.
  <T> @Nullable T choice(String key, List<T> choices, Function<T, String> name, Mistake mistake) {
    String text = section.text(key);
    if (text == null) {
      return null;
    }
    for (T one : choices) {
      if (name.apply(one).equals(text)) {
        return one;
      }
    }
    wrong(key, mistake, text, choices.stream().map(name).collect(Collectors.joining(", ")));
    return null;
  }

  private void wrong(String key, Mistake mistake, Object... arguments) {
    problems.add(section.value(key), mistake, arguments);
  }
}
