package dev.xiaoer.replies;

/// Why a pack is not taken.
///
/// @param line counted from 1
public record PackProblem(int line, String reason) {

  @Override
  public String toString() {
    return "line " + line + ": " + reason;
  }
}
