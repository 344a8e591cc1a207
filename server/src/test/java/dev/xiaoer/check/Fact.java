package dev.xiaoer.check;

import org.jspecify.annotations.Nullable;

/// Something a client saw or did, in the order of [#at].
public sealed interface Fact {

  /// When, on one clock for all.
  long at();

  /// A command begins; a repeat is one more.
  ///
  /// @param topic where its event will be
  /// @param type of the event it asks for
  /// @param body what it says; empty when it says nothing
  /// @param agent who acts for the desk; null for a buyer
  /// @param revision of the conversation that the agent has seen; null for what needs none
  record Invoke(long at, String client, String topic, String ref, String type, String body, @Nullable String agent,
      @Nullable Long revision) implements Fact {}

  /// It is done and answered.
  record Ok(long at, String client, String topic, String ref, long seq, String id) implements Fact {}

  record Refused(long at, String client, String ref, String code) implements Fact {}

  /// No answer, or one that says that nobody knows.
  record Unknown(long at, String client, String ref) implements Fact {}

  /// A screen shows an event.
  record Display(long at, String screen, String topic, long seq, String id) implements Fact {}

  /// A screen drops a topic and takes it again from wherever the log begins.
  record Resync(long at, String screen, String topic) implements Fact {}

  /// A mark of a conversation was read.
  ///
  /// @param mark whose and which, `buyer read`
  record Marked(long at, String conversation, String mark, long seq) implements Fact {}
}
