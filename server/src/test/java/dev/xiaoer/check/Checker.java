package dev.xiaoer.check;

import dev.xiaoer.check.Fact.Display;
import dev.xiaoer.check.Fact.Invoke;
import dev.xiaoer.check.Fact.Marked;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Holds what clients did and saw against what the logs say: C1–C8, C12, C13 and C16 of the fault plan. O(n log n).
///
/// A checker that never failed proves nothing: see its own test and the negative controls.
public final class Checker {

  private final List<Fact> facts;
  private final Logs logs;

  public Checker(History history, Logs logs) {
    this.facts = history.inOrder();
    this.logs = logs;
  }

  /// What holds at every moment, whoever is connected.
  public List<Violation> violations() {
    return violationsAtRest(Map.of());
  }

  /// What holds when everything has come to rest.
  ///
  /// @param topicByScreen the screens that are connected, and what each follows
  public List<Violation> violationsAtRest(Map<String, String> topicByScreen) {
    var found = new ArrayList<Violation>();
    new CommandChecks(facts, logs, found).check();
    Map<String, List<Invoke>> byRef = facts.stream().filter(Invoke.class::isInstance).map(Invoke.class::cast)
        .collect(Collectors.groupingBy(Invoke::ref));
    logs.byTopic().forEach((topic, log) -> new LogChecks(topic, log, found).check(byRef));
    var screens = new ScreenChecks(logs, found);
    screens.check(facts);
    screens.checkComplete(topicByScreen);
    marksNeverGoBack(found);
    return shortestFirst(found);
  }

  /// C16: nothing of a staff topic, and no event for staff under another name, is on a buyer's screen.
  public List<Violation> violationsOnBuyersScreens(Set<String> buyersScreens) {
    var found = new ArrayList<Violation>();
    for (Fact fact : facts) {
      if (fact instanceof Display shown && buyersScreens.contains(shown.screen())
          && (!shown.topic().endsWith(":buyer") || isForStaff(shown))) {
        found.add(new Violation("C16", shown.topic(), "a buyer sees what is for staff", List.of(shown)));
      }
    }
    return shortestFirst(found);
  }

  private boolean isForStaff(Display shown) {
    return logs.byTopic().values().stream().flatMap(List::stream)
        .anyMatch(event -> event.isForStaff() && event.id().equals(shown.id()));
  }

  private void marksNeverGoBack(List<Violation> found) {
    var last = new HashMap<String, Marked>();
    for (Fact fact : facts) {
      if (fact instanceof Marked marked) {
        Marked before = last.put(marked.conversation() + ' ' + marked.mark(), marked);
        if (before != null && before.seq() > marked.seq()) {
          found.add(new Violation("C12", marked.conversation(), "a mark goes back", List.of(before, marked)));
        }
      }
    }
  }

  private static List<Violation> shortestFirst(List<Violation> found) {
    return found.stream().sorted(Comparator.comparingInt((Violation one) -> one.facts().size())).toList();
  }
}
