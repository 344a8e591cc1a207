package dev.xiaoer.replies.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/// What was found so far.
final class Problems {

  private final List<PackProblem> found = new ArrayList<>();

  void add(Node at, Mistake mistake, Object... arguments) {
    add(at.getStartMark(), mistake, arguments);
  }

  /// About the file as a whole.
  void addForAll(Mistake mistake, Object... arguments) {
    add((Mark) null, mistake, arguments);
  }

  void add(@Nullable Mark at, Mistake mistake, Object... arguments) {
    int line = at == null ? 1 : at.getLine() + 1;
    int column = at == null ? 1 : at.getColumn() + 1;
    found.add(new PackProblem(line, column, mistake, Stream.of(arguments).map(Object::toString).toList()));
  }

  void throwIfAny() throws InvalidPackException {
    if (!found.isEmpty()) {
      throw new InvalidPackException(found);
    }
  }
}
