package dev.xiaoer.gateway;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// `access.csv`: for every route and every command of a socket, what becomes of each who asks.
final class AccessTable {

  private AccessTable() {}

  /// Who asks for a route.
  enum Asker {
    ANONYMOUS, BUYER, AGENT, SUPERVISOR, ADMIN, DISABLED
  }

  /// Who says a command. Of the staff all but the last two are of the desk of the conversation that is asked about.
  enum Speaker {
    /// Says it instead of a hello.
    ANONYMOUS, OWN_BUYER, OTHER_BUYER, ASSIGNED, COLLEAGUE, OTHER_GROUP, SUPERVISOR, ADMIN,
    /// An agent of a group of the same name at another desk.
    OTHER_DESK, DISABLED,
    /// A buyer's token past its time; a ticket of the assigned agent that was used before.
    EXPIRED
  }

  /// @param outcomes `in`, or the status of the refusal
  record Route(String method, String path, Map<Asker, String> outcomes) {
    boolean lets(Asker asker) {
      return "in".equals(outcomes.get(asker));
    }
  }

  /// @param door the path of the socket
  /// @param name the command's type; behind it, in brackets, the kind of topic, if it names one
  /// @param outcomes `in`, the code of the refusal, the code the socket is closed with, or `nothing`: it is ignored
  record Line(String door, String name, Map<Speaker, String> outcomes) {}

  static List<Route> routes() {
    return cells(cells -> cells[0].equals("http"))
        .map(cells -> new Route(cells[1], cells[2], outcomes(cells, 3, Asker.class))).toList();
  }

  static List<Line> commands() {
    return cells(cells -> !cells[0].equals("http"))
        .map(cells -> new Line(cells[0], cells[1], outcomes(cells, 2, Speaker.class))).toList();
  }

  private static Stream<String[]> cells(Predicate<String[]> which) {
    var file = Objects.requireNonNull(AccessTable.class.getResourceAsStream("/access.csv"));
    try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.startsWith("#")).map(line -> line.split(",", -1)).filter(which)
          .toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <A extends Enum<A>> Map<A, String> outcomes(String[] cells, int from, Class<A> kind) {
    A[] all = kind.getEnumConstants();
    if (cells.length != from + all.length) {
      throw new IllegalStateException(
          "a line has " + (from + all.length) + " cells: " + String.join(",", cells));
    }
    Map<A, String> outcomes = new EnumMap<>(kind);
    for (int i = 0; i < all.length; i++) {
      outcomes.put(all[i], cells[from + i]);
    }
    return outcomes;
  }
}
