package dev.xiaoer.hub;

import dev.xiaoer.protocol.Position;
import dev.xiaoer.protocol.Topic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// The twin of [RedisTopicLog]: answers when the agenda comes to it, and can lose what a Redis can lose.
final class MemoryTopicLog implements TopicLog {

  private final Agenda agenda;
  private final Map<Topic, NavigableMap<Long, LogEntry>> logs = new HashMap<>();
  private final Map<Topic, Set<String>> nodes = new HashMap<>();
  private int mostHeads;

  MemoryTopicLog(Agenda agenda) {
    this.agenda = agenda;
  }

  /// Appends behind the last entry.
  ///
  /// @return its seq
  long append(Topic topic, String id, String event) {
    NavigableMap<Long, LogEntry> log = log(topic);
    long seq = log.isEmpty() ? 1 : log.lastKey() + 1;
    log.put(seq, new LogEntry(topic, seq, LogEntry.tail(id, seq, event)));
    return seq;
  }

  /// From now on readers get another event at this seq.
  void replace(Topic topic, long seq, String event) {
    log(topic).computeIfPresent(seq, (at, entry) -> new LogEntry(topic, at, LogEntry.tail(entry.id(), at, event)));
  }

  void loseAfter(Topic topic, long seq) {
    log(topic).tailMap(seq, false).clear();
  }

  void trimBefore(Topic topic, long seq) {
    log(topic).headMap(seq, false).clear();
  }

  List<LogEntry> entries(Topic topic) {
    return List.copyOf(log(topic).values());
  }

  List<String> nodes(Topic topic) {
    return List.copyOf(nodes.getOrDefault(topic, Set.of()));
  }

  private NavigableMap<Long, LogEntry> log(Topic topic) {
    return logs.computeIfAbsent(topic, none -> new TreeMap<>());
  }

  @Override
  public CompletionStage<List<LogEntry>> read(Topic topic, long after, int count) {
    return agenda.answer(() -> log(topic).tailMap(after, false).values().stream().limit(count).toList());
  }

  /// How many topics' heads were asked for at once, at most.
  int mostHeads() {
    return mostHeads;
  }

  @Override
  public CompletionStage<Map<Topic, Position>> heads(Collection<Topic> topics) {
    var asked = new ArrayList<>(topics);
    mostHeads = Math.max(mostHeads, asked.size());
    return agenda.answer(() -> {
      var heads = new HashMap<Topic, Position>();
      asked.stream().filter(topic -> !log(topic).isEmpty()).map(topic -> log(topic).lastEntry().getValue())
          .forEach(last -> heads.put(last.topic(), new Position(last.seq(), last.id())));
      return heads;
    });
  }

  /// Done at once: commands of one connection are carried out in their order. Only the answer takes its time.
  @Override
  public CompletionStage<Void> join(Topic topic, String node) {
    nodes.computeIfAbsent(topic, none -> new TreeSet<>()).add(node);
    var joined = new CompletableFuture<Void>();
    agenda.later(() -> joined.complete(null));
    return joined;
  }

  @Override
  public CompletionStage<Void> leave(Topic topic, String node) {
    nodes.computeIfAbsent(topic, none -> new TreeSet<>()).remove(node);
    return CompletableFuture.completedStage(null);
  }
}
