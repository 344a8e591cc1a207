package dev.xiaoer.check;

import dev.xiaoer.check.Fact.Invoke;
import dev.xiaoer.check.Fact.Ok;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// C1, C2, C4, C7: what was asked for and answered, held against the logs.
final class CommandChecks {

  private final Logs logs;
  private final List<Violation> found;
  private final Map<String, List<Invoke>> invokes = new HashMap<>();
  private final List<Ok> answers = new ArrayList<>();
  private final Map<String, Map<String, LoggedEvent>> byId = new HashMap<>();

  CommandChecks(List<Fact> facts, Logs logs, List<Violation> found) {
    this.logs = logs;
    this.found = found;
    for (Fact fact : facts) {
      if (fact instanceof Invoke invoke) {
        invokes.computeIfAbsent(invoke.topic() + ' ' + invoke.ref(), none -> new ArrayList<>()).add(invoke);
      } else if (fact instanceof Ok ok) {
        answers.add(ok);
      }
    }
    logs.byTopic().forEach((topic, log) -> {
      var ids = new HashMap<String, LoggedEvent>();
      log.forEach(event -> ids.put(event.id(), event));
      byId.put(topic, ids);
    });
  }

  void check() {
    answers.forEach(this::whatWasAnsweredIsInTheLog);
    logs.byTopic().forEach((topic, log) -> log.stream().filter(LoggedEvent::isSaid)
        .forEach(event -> whatIsInTheLogWasAskedFor(topic, event)));
    logs.byTopic().keySet().forEach(topic -> {
      eachClientIsInItsOwnOrder(topic);
      whoWasAnsweredFirstIsFirst(topic);
    });
  }

  private List<Invoke> invokesOf(String topic, String ref) {
    return invokes.getOrDefault(topic + ' ' + ref, List.of());
  }

  private void whatWasAnsweredIsInTheLog(Ok ok) {
    LoggedEvent event = logs.of(ok.topic()).stream().filter(one -> one.seq() == ok.seq()).findFirst().orElse(null);
    if (event == null || !event.id().equals(ok.id())) {
      found.add(new Violation("C1", ok.topic(), "answered, but not in the log at its seq",
          event == null ? List.of(ok) : List.of(ok, event)));
    } else if (invokesOf(ok.topic(), ok.ref()).stream().noneMatch(invoke -> asksFor(invoke, event))) {
      found.add(new Violation("C1", ok.topic(), "the log says something else than was answered", List.of(ok, event)));
    }
  }

  private void whatIsInTheLogWasAskedFor(String topic, LoggedEvent event) {
    List<Invoke> asked = invokesOf(topic, event.id());
    if (asked.stream().noneMatch(invoke -> asksFor(invoke, event))) {
      var facts = new ArrayList<Object>(asked);
      facts.add(event);
      found.add(new Violation("C2", topic, "nobody asked for this", facts));
    }
  }

  private static boolean asksFor(Invoke invoke, LoggedEvent event) {
    String author = invoke.agent() == null ? "buyer" : "agent:" + invoke.agent();
    return invoke.type().equals(event.type()) && invoke.body().equals(event.body()) && author.equals(event.author());
  }

  private void eachClientIsInItsOwnOrder(String topic) {
    var last = new HashMap<String, LoggedEvent>();
    firstInvokes(topic).forEach((invoke, event) -> {
      LoggedEvent before = last.put(invoke.client(), event);
      if (before != null && before.seq() > event.seq()) {
        found.add(new Violation("C4", topic, invoke.client() + " said the first before the second",
            List.of(before, event)));
      }
    });
  }

  /// Those that came into the log, in the order they were first made.
  private Map<Invoke, LoggedEvent> firstInvokes(String topic) {
    var first = new TreeMap<Invoke, LoggedEvent>(Comparator.comparingLong(Invoke::at).thenComparing(Invoke::ref));
    byId.getOrDefault(topic, Map.of()).forEach((id, event) -> invokesOf(topic, id).stream().findFirst()
        .ifPresent(invoke -> first.put(invoke, event)));
    return first;
  }

  private void whoWasAnsweredFirstIsFirst(String topic) {
    var answered = new TreeMap<Long, Ok>();
    answers.stream().filter(ok -> ok.topic().equals(topic)).forEach(ok -> answered.merge(ok.at(), ok,
        (one, other) -> one.seq() > other.seq() ? one : other));
    var highestSoFar = new TreeMap<Long, Ok>();
    Ok highest = null;
    for (Ok ok : answered.values()) {
      highest = highest == null || ok.seq() > highest.seq() ? ok : highest;
      highestSoFar.put(ok.at(), highest);
    }
    firstInvokes(topic).forEach((invoke, event) -> {
      Map.Entry<Long, Ok> before = highestSoFar.lowerEntry(invoke.at());
      if (before != null && before.getValue().seq() >= event.seq()) {
        found.add(new Violation("C7", topic, "answered before the other began, yet not in front of it",
            List.of(before.getValue(), invoke, event)));
      }
    });
  }
}
