package dev.xiaoer.replies;

import java.util.List;
import java.util.stream.Collectors;

/// A pack has mistakes; all that were found are told at once.
public final class InvalidPackException extends Exception {

  private final List<PackProblem> problems;

  InvalidPackException(List<PackProblem> problems) {
    super(problems.stream().map(PackProblem::toString).collect(Collectors.joining("; ")));
    this.problems = List.copyOf(problems);
  }

  public List<PackProblem> problems() {
    return problems;
  }
}
