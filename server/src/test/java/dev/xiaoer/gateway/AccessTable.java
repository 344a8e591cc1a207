package dev.xiaoer.gateway;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// `access.csv`: for every route and every command of a socket, what becomes of each who asks.
final class AccessTable {

  private AccessTable() {}

  enum Asker {
    ANONYMOUS, BUYER, AGENT, SUPERVISOR, ADMIN, DISABLED
  }

  /// @param door `http`, or the path of a socket
  /// @param method of HTTP; `-` for a socket
  /// @param name the route's path, or the command's type
  /// @param outcomes `in`, or the status or code of the refusal
  record Line(String door, String method, String name, Map<Asker, String> outcomes) {
    boolean lets(Asker asker) {
      return "in".equals(outcomes.get(asker));
    }
  }

  static List<Line> of(String door) {
    return all().stream().filter(line -> line.door().equals(door)).toList();
  }

  static List<Line> all() {
    var file = Objects.requireNonNull(AccessTable.class.getResourceAsStream("/access.csv"));
    try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.startsWith("#")).map(AccessTable::line).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Line line(String text) {
    String[] cells = text.split(",", -1);
    Asker[] askers = Asker.values();
    if (cells.length != 3 + askers.length) {
      throw new IllegalStateException("a line of access.csv has " + (3 + askers.length) + " cells: " + text);
    }
    Map<Asker, String> outcomes = IntStream.range(0, askers.length)
        .boxed()
        .collect(Collectors.toMap(i -> askers[i], i -> cells[3 + i]));
    return new Line(cells[0], cells[1], cells[2], outcomes);
  }
}
