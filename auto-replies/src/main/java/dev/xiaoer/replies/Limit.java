package dev.xiaoer.replies;

import java.time.Duration;

/// How often a rule speaks at most.
///
/// @param times at most so often within `per`
/// @param apart at least so long after the last time, whatever it was counted within; zero for no such wait
public record Limit(int times, Per per, Duration apart) {

  static Limit once(Per per) {
    return new Limit(1, per, Duration.ZERO);
  }
}
