package dev.xiaoer.check;

import dev.xiaoer.check.Fact.Display;
import dev.xiaoer.check.Fact.Resync;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// C5, C6: what screens show, held against the logs.
final class ScreenChecks {

  private final Logs logs;
  private final List<Violation> found;
  private final Map<String, Map<Long, LoggedEvent>> bySeq = new HashMap<>();
  private final Map<String, Display> last = new HashMap<>();

  ScreenChecks(Logs logs, List<Violation> found) {
    this.logs = logs;
    this.found = found;
  }

  void check(List<Fact> facts) {
    for (Fact fact : facts) {
      if (fact instanceof Display shown) {
        check(shown);
      } else if (fact instanceof Resync resync) {
        last.remove(key(resync.screen(), resync.topic()));
      }
    }
  }

  private void check(Display shown) {
    Display before = last.put(key(shown.screen(), shown.topic()), shown);
    if (before != null && shown.seq() != before.seq() + 1) {
      String what = shown.seq() > before.seq() ? "a hole on a screen" : "a screen shows something twice or too late";
      found.add(new Violation("C5", shown.topic(), what, List.of(before, shown)));
    }
  }

  /// The screens that are there at the end show all of it, and nothing else.
  void checkComplete(Map<String, String> topicByScreen) {
    topicByScreen.forEach((screen, topic) -> {
      List<LoggedEvent> log = logs.of(topic);
      Display shown = last.get(key(screen, topic));
      long head = log.isEmpty() ? 0 : log.getLast().seq();
      if (shown == null ? head > 0 : shown.seq() < head) {
        found.add(new Violation("C6", topic, screen + " has less than the log, which ends at " + head,
            shown == null ? List.of() : List.of(shown)));
      } else if (shown != null && shown.seq() > head) {
        found.add(new Violation("C6", topic, screen + " has more than the log, which ends at " + head, List.of(shown)));
      }
    });
    last.values().stream()
        .filter(shown -> shown.topic().equals(topicByScreen.get(shown.screen())))
        .forEach(this::isWhatTheLogSays);
  }

  private void isWhatTheLogSays(Display shown) {
    LoggedEvent event = bySeq.computeIfAbsent(shown.topic(), topic -> logs.of(topic).stream()
        .collect(Collectors.toMap(LoggedEvent::seq, one -> one))).get(shown.seq());
    if (event != null && !event.id().equals(shown.id())) {
      found
          .add(new Violation("C5", shown.topic(), "a screen shows something else than the log", List.of(shown, event)));
    }
  }

  private static String key(String screen, String topic) {
    return screen + '\n' + topic;
  }
}
