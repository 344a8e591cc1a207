package dev.xiaoer.check;

import java.util.List;
import java.util.Map;

/// The logs of all topics at the end.
public record Logs(Map<String, List<LoggedEvent>> byTopic) {

  List<LoggedEvent> of(String topic) {
    return byTopic.getOrDefault(topic, List.of());
  }
}
