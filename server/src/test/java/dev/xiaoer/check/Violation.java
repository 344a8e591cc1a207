package dev.xiaoer.check;

import java.util.List;

/// A promise that was broken.
///
/// @param check its name in the fault plan, C1…C16
/// @param topic where
/// @param what in words
/// @param facts the fewest facts that show it
public record Violation(String check, String topic, String what, List<?> facts) {
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(check).append(" ").append(topic).append(": ").append(what);
    facts.forEach(fact -> text.append("\n    ").append(fact));
    return text.toString();
  }
}
