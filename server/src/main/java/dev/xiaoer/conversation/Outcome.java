package dev.xiaoer.conversation;

import dev.xiaoer.protocol.Refusal;
import dev.xiaoer.protocol.Topic;

/// What came of a command that writes an event.
public sealed interface Outcome {

  /// It is on disk.
  ///
  /// @param id the event's id
  /// @param ts in ms
  record Done(Topic topic, long seq, String id, long ts) implements Outcome {}

  record Refused(Refusal code) implements Outcome {}
}
