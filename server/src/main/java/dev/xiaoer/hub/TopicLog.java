package dev.xiaoer.hub;

import dev.xiaoer.protocol.Position;
import dev.xiaoer.protocol.Topic;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// The logs of topics, as the hub reads them. Appending is the business of the rooms that own the topics.
public interface TopicLog {

  /// The entries after a seq, oldest first.
  ///
  /// @param after 0 for the start
  CompletionStage<List<LogEntry>> read(Topic topic, long after, int count);

  /// The last entries, oldest first; none of a topic that has none.
  default CompletionStage<List<LogEntry>> latest(Topic topic, int count) {
    return heads(List.of(topic)).thenCompose(heads -> {
      Position head = heads.get(topic);
      return head == null
          ? CompletableFuture.completedStage(List.of())
          : read(topic, Math.max(0, head.seq() - count), count);
    });
  }

  /// Where the last entries stand; a topic without one is not among them.
  CompletionStage<Map<Topic, Position>> heads(Collection<Topic> topics);

  /// From now on this node is told of what is appended to the topic. Done before the log is read, so that nothing falls
  /// between.
  CompletionStage<Void> join(Topic topic, String node);

  CompletionStage<Void> leave(Topic topic, String node);
}
