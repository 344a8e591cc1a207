package dev.xiaoer.hub;

import dev.xiaoer.protocol.Topic;
import java.util.List;

/// An event that is on disk and has to be told.
///
/// @param nodes the nodes with listeners at the moment of the append
public record Appended(Topic topic, long seq, String id, long ts, String event, List<String> nodes) {

  /// Reads what an appending script answers: `{seq, ts, nodes}`.
  public static Appended of(Topic topic, String id, String event, Object answer) {
    List<?> parts = (List<?>) answer;
    List<String> nodes = ((List<?>) parts.get(2)).stream().map(String.class::cast).toList();
    return new Appended(topic, (long) parts.get(0), id, (long) parts.get(1), event, nodes);
  }

  LogEntry entry() {
    return new LogEntry(topic, seq, LogEntry.tail(id, ts, event));
  }
}
