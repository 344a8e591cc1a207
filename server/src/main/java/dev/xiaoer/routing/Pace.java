package dev.xiaoer.routing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How fast a group has taken its waiting buyers lately.
///
/// @param gaps how long it took from one to the next while somebody waited in vain, in ms
record Pace(List<Long> gaps) {

  /// Fewer say nothing.
  private static final int LEAST = 3;

  /// @return how long the buyer at a position still waits; null when that is not known
  @Nullable
  Integer seconds(int position) {
    if (gaps.size() < LEAST) {
      return null;
    }
    double mean = gaps.stream().mapToLong(Long::longValue).average().orElseThrow();
    return Math.toIntExact(Math.min(Integer.MAX_VALUE, (long) Math.ceil(position * mean / 1_000)));
  }
}
