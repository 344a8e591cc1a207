package dev.xiaoer.talk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What somebody's page shows of the topics it listens to; its person holds the lock.
final class Screens {

  private final Map<String, TreeMap<Long, JsonNode>> byTopic = new LinkedHashMap<>();
  private final List<String> faults = new ArrayList<>();

  /// @return whether it is a new one
  boolean open(String topic) {
    return byTopic.putIfAbsent(topic, new TreeMap<>()) == null;
  }

  void startAnew(String topic) {
    byTopic.put(topic, new TreeMap<>());
  }

  Set<String> topics() {
    return byTopic.keySet();
  }

  void show(JsonNode frame) {
    String topic = frame.path("topic").asString();
    TreeMap<Long, JsonNode> screen = byTopic.computeIfAbsent(topic, none -> new TreeMap<>());
    long seq = frame.path("seq").asLong();
    long expected = screen.isEmpty() ? seq : screen.lastKey() + 1;
    if (seq != expected) {
      faults.add(topic + " showed " + seq + " when " + expected + " was next");
    }
    screen.put(seq, frame);
  }

  /// The last event of a topic; null when there is none.
  @Nullable
  JsonNode last(String topic) {
    TreeMap<Long, JsonNode> screen = byTopic.getOrDefault(topic, new TreeMap<>());
    return screen.isEmpty() ? null : screen.lastEntry().getValue();
  }

  List<JsonNode> of(String topic) {
    return List.copyOf(byTopic.getOrDefault(topic, new TreeMap<>()).values());
  }

  /// What people said; what the desk says by itself is not among it.
  List<String> texts() {
    return byTopic.values().stream().flatMap(screen -> screen.values().stream())
        .filter(frame -> !frame.path("event").path("author").asString("").equals("desk"))
        .map(frame -> frame.path("event").path("text").asString("")).filter(text -> !text.isEmpty()).toList();
  }

  /// What was shown twice, left out or out of order.
  List<String> faults() {
    return faults;
  }
}
