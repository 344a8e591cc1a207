package dev.xiaoer.replies.pack;

import dev.xiaoer.replies.Hours;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.ScalarNode;

/// Reads windows such as `mon-fri 09:00-18:00`, `sat,sun 10:00-16:00` or `daily 20:00-08:00`.
final class HoursReader {

  private static final int MOST = 20;

  private static final String CLOCK = "([01]\\d|2[0-3]):([0-5]\\d)";
  private static final Pattern WINDOW = Pattern.compile("([a-z,-]+) +" + CLOCK + "-(?:(24:00)|" + CLOCK + ")");
  private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

  private HoursReader() {}

  static Hours read(Section pack, Problems problems) {
    var windows = new ArrayList<Hours.Window>();
    for (ScalarNode one : pack.texts("hours", MOST)) {
      Hours.Window window = window(one.getValue());
      if (window == null) {
        problems.add(one, Mistake.HOURS, one.getValue());
      } else {
        windows.add(window);
      }
    }
    return new Hours(windows);
  }

  private static Hours.@Nullable Window window(String text) {
    Matcher parts = WINDOW.matcher(text);
    if (!parts.matches()) {
      return null;
    }
    LocalTime from = LocalTime.of(Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
    LocalTime to = parts.group(4) != null
        ? LocalTime.MIDNIGHT
        : LocalTime.of(Integer.parseInt(parts.group(5)), Integer.parseInt(parts.group(6)));
    Set<DayOfWeek> days = days(parts.group(1));
    boolean roundTheClock = from.equals(LocalTime.MIDNIGHT) && parts.group(4) != null;
    return days.isEmpty() || (from.equals(to) && !roundTheClock) ? null : new Hours.Window(days, from, to);
  }

  /// @return empty when they are none
  private static Set<DayOfWeek> days(String text) {
    if (text.equals("daily")) {
      return EnumSet.allOf(DayOfWeek.class);
    }
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (String part : text.split(",", -1)) {
      String[] ends = part.split("-", -1);
      int first = DAYS.indexOf(ends[0]) + 1;
      int last = DAYS.indexOf(ends[ends.length - 1]) + 1;
      if (ends.length > 2 || first == 0 || last < first) {
        return Set.of();
      }
      days.addAll(EnumSet.range(DayOfWeek.of(first), DayOfWeek.of(last)));
    }
    return days;
  }
}
