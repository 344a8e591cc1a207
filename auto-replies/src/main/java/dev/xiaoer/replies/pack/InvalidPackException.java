package dev.xiaoer.replies.pack;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// A pack has mistakes; all that were found are told at once, in the order of the file.
public final class InvalidPackException extends Exception {

  private final transient List<PackProblem> problems;

  InvalidPackException(List<PackProblem> problems) {
    super(problems.stream().map(PackProblem::toString).collect(Collectors.joining("; ")));
    this.problems = problems.stream()
        .sorted(Comparator.comparingInt(PackProblem::line).thenComparingInt(PackProblem::column)).toList();
  }

  public List<PackProblem> problems() {
    return problems;
  }
}
