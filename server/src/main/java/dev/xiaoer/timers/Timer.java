package dev.xiaoer.timers;

import java.util.regex.Pattern;

/// Something that is to happen at a time. There is one of a kind and subject at most.
///
/// @param kind a word: which handler it is for
/// @param subject what it happens to
/// @param due in ms of the desk's time
/// @param payload what else the handler has to know
public record Timer(String kind, String subject, long due, String payload) {

  private static final Pattern WORD = Pattern.compile("[a-z-]+");

  public Timer {
    if (!WORD.matcher(kind).matches()) {
      throw new IllegalArgumentException("a kind of timer is one word: " + kind);
    }
  }
}
