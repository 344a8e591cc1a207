package dev.xiaoer.check;

import dev.xiaoer.check.Fact.Invoke;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// C3, C8, C13: what a log must be by itself.
final class LogChecks {

  private final String topic;
  private final List<LoggedEvent> log;
  private final List<Violation> found;

  LogChecks(String topic, List<LoggedEvent> log, List<Violation> found) {
    this.topic = topic;
    this.log = log;
    this.found = found;
  }

  void check(Map<String, List<Invoke>> byRef) {
    numbersAreWholeAndIdsAreSaidOnce();
    timeNeverGoesBack();
    if (topic.endsWith(":buyer")) {
      whoSpeaksOwnsTheConversation(byRef);
      nothingIsSaidAfterTheClose();
      whatIsTakenBackIsTheOwn();
      noStaffEventIsInIt();
    }
  }

  private void numbersAreWholeAndIdsAreSaidOnce() {
    var seen = new HashMap<String, LoggedEvent>();
    LoggedEvent before = null;
    for (LoggedEvent event : log) {
      if (before != null && event.seq() != before.seq() + 1) {
        found.add(new Violation("C3", topic, "a seq is missing or there twice", List.of(before, event)));
      }
      LoggedEvent same = seen.putIfAbsent(event.id(), event);
      if (same != null) {
        found.add(new Violation("C3", topic, "the same ref is in the log twice", List.of(same, event)));
      }
      before = event;
    }
  }

  private void timeNeverGoesBack() {
    for (int i = 1; i < log.size(); i++) {
      if (log.get(i).ts() < log.get(i - 1).ts()) {
        found.add(new Violation("C3", topic, "time goes back", List.of(log.get(i - 1), log.get(i))));
      }
    }
  }

  /// A conversation starts with revision 1; each change of hands makes one more.
  private void whoSpeaksOwnsTheConversation(Map<String, List<Invoke>> byRef) {
    LoggedEvent assigned = null;
    long revision = 1;
    for (LoggedEvent event : log) {
      if (event.author().startsWith("agent:") && !event.type().equals("message.recalled")) {
        checkOwner(event, assigned, revision, byRef.getOrDefault(event.id(), List.of()));
      }
      switch (event.type()) {
        case "conversation.assigned" -> {
          assigned = event;
          revision++;
        }
        case "conversation.requeued", "conversation.closed" -> {
          assigned = null;
          revision++;
        }
        default -> {
          // It stays whose it is.
        }
      }
    }
  }

  private void checkOwner(LoggedEvent event, @Nullable LoggedEvent assigned, long revision, List<Invoke> invokes) {
    if (assigned == null) {
      found.add(new Violation("C8", topic, "an agent writes, but it is nobody's conversation", List.of(event)));
    } else if (!event.author().equals("agent:" + assigned.body())) {
      found.add(new Violation("C8", topic, "another agent owns the conversation", List.of(assigned, event)));
    } else if (!invokes.isEmpty() && invokes.stream().noneMatch(invoke -> isAt(invoke, revision))) {
      found.add(new Violation("C8", topic, "written at a revision that was not in force (" + revision + ")",
          List.of(assigned, invokes.getLast(), event)));
    }
  }

  private static boolean isAt(Invoke invoke, long revision) {
    return invoke.revision() == null || invoke.revision() == revision;
  }

  /// But for one rating.
  private void nothingIsSaidAfterTheClose() {
    LoggedEvent end = null;
    for (LoggedEvent event : log) {
      boolean isRating = event.type().equals("conversation.rated");
      if (end == null ? isRating : !(isRating && end.type().equals("conversation.closed"))) {
        found.add(new Violation("C13", topic, end == null ? "it is rated before its end" : "it goes on after its end",
            end == null ? List.of(event) : List.of(end, event)));
        return;
      }
      end = isRating || event.type().equals("conversation.closed") ? event : end;
    }
  }

  private void whatIsTakenBackIsTheOwn() {
    var takenBack = new HashMap<String, LoggedEvent>();
    for (LoggedEvent event : log) {
      if (event.type().equals("message.recalled")) {
        LoggedEvent before = takenBack.put(event.body(), event);
        boolean isOwn = log.stream().anyMatch(said -> said.canBeTakenBack() && said.seq() < event.seq()
            && Long.toString(said.seq()).equals(event.body()) && said.author().equals(event.author()));
        if (before != null || !isOwn) {
          found.add(new Violation("C8", topic, "what is taken back is not there to be taken back by its author",
              before == null ? List.of(event) : List.of(before, event)));
        }
      }
    }
  }

  private void noStaffEventIsInIt() {
    log.stream().filter(LoggedEvent::isForStaff)
        .forEach(event -> found.add(new Violation("C16", topic, "a buyer can read this", List.of(event))));
  }
}
