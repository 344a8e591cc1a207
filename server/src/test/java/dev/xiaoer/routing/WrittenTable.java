package dev.xiaoer.routing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A table as people write it: a line of headings, then a line for each row; columns end with `|`, remarks begin with `#`.
final class WrittenTable {

  private WrittenTable() {}

  /// @return cells by row and heading, in the order in which they are written
  static Map<String, Map<String, String>> of(String file) {
    List<List<String>> lines = lines(file);
    List<String> headings = lines.getFirst();
    var rows = new LinkedHashMap<String, Map<String, String>>();
    for (List<String> line : lines.subList(1, lines.size())) {
      if (line.size() != headings.size() || rows.put(line.getFirst(), row(headings, line)) != null) {
        throw new IllegalStateException(file + ": " + line);
      }
    }
    return rows;
  }

  private static Map<String, String> row(List<String> headings, List<String> line) {
    var cells = new LinkedHashMap<String, String>();
    for (int i = 1; i < line.size(); i++) {
      cells.put(headings.get(i), line.get(i));
    }
    return cells;
  }

  private static List<List<String>> lines(String file) {
    try (InputStream in = Objects.requireNonNull(WrittenTable.class.getResourceAsStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
