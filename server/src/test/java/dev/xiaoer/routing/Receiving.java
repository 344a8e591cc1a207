package dev.xiaoer.routing;

import dev.xiaoer.groups.DeskRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What hours and limits ask of a desk, said once more without a word of Lua.
final class Receiving {

  private final DeskRules rules;

  Receiving(DeskRules rules) {
    this.rules = rules;
  }

  /// What rests while its group is open.
  List<String> keptBack(DeskView desk) {
    return desk.pools.entrySet().stream()
        .filter(pool -> rules.of("", pool.getKey()).hours().isOpen(Instant.ofEpochMilli(desk.now)))
        .flatMap(pool -> pool.getValue().stream())
        .map(one -> one + " rests though its group is open")
        .toList();
  }

  /// Who has come in one step waits or has left a message, as the hours and the limits of the group say.
  List<String> wronglyReceived(DeskView before, DeskView after) {
    var faults = new ArrayList<String>();
    after.places.keySet().stream().filter(one -> !before.places.containsKey(one)).forEach(one -> {
      String group = after.groups.getOrDefault(one, "");
      Integer most = rules.of("", group).queue().most();
      boolean staffed = !before.onDuty.getOrDefault(group, List.of()).isEmpty();
      boolean full = most != null && before.free.getOrDefault(group, List.of()).isEmpty()
          && before.waitingIn(group) >= most;
      if (after.isLeft(one) != (after.resting().contains(one) || !staffed || full)) {
        faults.add(one + (after.isLeft(one) ? " was left with " : " was let wait with ") + before.waitingIn(group)
            + " of " + most + " waiting in " + group + (staffed ? "" : ", where nobody is"));
      }
    });
    return faults;
  }
}
