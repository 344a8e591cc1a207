package dev.xiaoer.availability.web;

import dev.xiaoer.http.RefusedException;
import dev.xiaoer.text.StrictText;
import dev.xiaoer.text.Verdict;

/// Lets only clean text in.
final class CleanText {

  private CleanText() {}

  /// Blank text is empty.
  static String of(String text, int most) {
    if (text.isBlank()) {
      return "";
    }
    return switch (StrictText.check(text.strip(), most)) {
      case Verdict.Clean(var clean) -> clean;
      case Verdict.Refused(var code) -> throw new RefusedException(code);
    };
  }
}
