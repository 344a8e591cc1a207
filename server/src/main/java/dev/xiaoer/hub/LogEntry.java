package dev.xiaoer.hub;

import dev.xiaoer.protocol.Topic;

/// One event as it lies in a log, ready to be sent: the same characters for every socket, encoded once.
///
/// @param tail the frame behind its seq: `"id":"…","ts":…,"event":{…}}`
public record LogEntry(Topic topic, long seq, String tail) {

  private static final int ID_STARTS = "\"id\":\"".length();

  /// The event's id, for comparing positions.
  public String id() {
    return tail.substring(ID_STARTS, tail.indexOf('"', ID_STARTS));
  }

  /// The whole frame.
  public String frame() {
    return "{\"type\":\"event\",\"topic\":\"" + topic.name() + "\",\"seq\":" + seq + "," + tail;
  }

  /// The tail of an event.
  public static String tail(String id, long ts, String event) {
    return "\"id\":\"" + id + "\",\"ts\":" + ts + ",\"event\":" + event + "}";
  }
}
