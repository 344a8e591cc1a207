package dev.xiaoer.replies.pack;

import dev.xiaoer.replies.text.Words;
import java.util.List;
import java.util.Locale;

/// Why a pack is not taken.
///
/// @param line      counted from 1, as the column
/// @param arguments what the words of the mistake name
public record PackProblem(int line, int column, Mistake mistake, List<String> arguments) {

  public PackProblem {
    arguments = List.copyOf(arguments);
  }

  /// The reason, without the place.
  public String reason(Locale language) {
    return Words.in(language).of("mistake." + mistake.name(), arguments.toArray());
  }

  @Override
  public String toString() {
    return line + ":" + column + " " + reason(Locale.ENGLISH);
  }
}
