package dev.xiaoer.hub;

import dev.xiaoer.protocol.Topic;

/// How a topic is spelled in Redis. The tag is the topic's owner, so that a script may write the log together with
/// everything else of that owner.
public final class TopicKeys {

  private TopicKeys() {}

  /// The log itself: a stream whose entry ids are `<seq>-0`.
  public static String log(Topic topic) {
    return switch (topic) {
      case Topic.Buyer(var conversation) -> "{c:" + conversation + "}:buyer";
      case Topic.Staff(var conversation) -> "{c:" + conversation + "}:staff";
      case Topic.Agent(var desk, var agent) -> "{d:" + desk + "}:agent:" + agent;
      case Topic.Group(var desk, var group) -> "{d:" + desk + "}:group:" + group; // nothing is ever appended
      case Topic.Supervisors(var desk) -> "{d:" + desk + "}:supervisors";
    };
  }

  /// The nodes that have somebody listening: whoever appends announces to them.
  public static String nodes(Topic topic) {
    return log(topic) + ":nodes";
  }

  /// Hash: seq → the tail that readers get in place of the log's own; for topics that have one.
  public static String replaced(Topic.Buyer topic) {
    return "{c:" + topic.conversation() + "}:recalled";
  }

  /// The log of a closed conversation after packing.
  static String packed(Topic topic) {
    return log(topic) + ":packed";
  }
}
