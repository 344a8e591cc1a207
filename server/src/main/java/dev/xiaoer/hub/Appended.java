package dev.xiaoer.hub;

import dev.xiaoer.protocol.Topic;
import java.util.List;

/// An event that is on disk and has to be told.
///
/// @param nodes the nodes with listeners at the moment of the append
public record Appended(Topic topic, long seq, String id, long ts, String event, List<String> nodes) {

  LogEntry entry() {
    return new LogEntry(topic, seq, LogEntry.tail(id, ts, event));
  }
}
