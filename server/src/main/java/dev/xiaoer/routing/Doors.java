package dev.xiaoer.routing;

import dev.xiaoer.groups.DeskRules;
import dev.xiaoer.groups.GroupRules;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// What a buyer finds who comes now: whether to wait, or to leave a message. Any thread may ask.
public final class Doors {

  private final RedisPoolScripts pools;
  private final DeskRules rules;

  Doors(RedisPoolScripts pools, DeskRules rules) {
    this.pools = pools;
    this.rules = rules;
  }

  /// @param onDuty how many agents are there
  /// @param open whether it is within the group's hours
  /// @param opensNext null while it is open, and when it does not open in more than a year
  /// @param full whether as many wait as may
  public record Door(int onDuty, boolean open, @Nullable Instant opensNext, boolean full) {

    /// Whether who comes now had better leave a message.
    public boolean isForMessages() {
      return onDuty == 0 || !open || full;
    }
  }

  public CompletionStage<Map<String, Door>> of(String desk, Collection<String> groups) {
    List<String> asked = List.copyOf(groups);
    return pools.doors(desk, asked).thenApply(found -> {
      var doors = new HashMap<String, Door>();
      for (int i = 0; i < asked.size(); i++) {
        doors.put(asked.get(i), door(rules.of(desk, asked.get(i)), found.groups().get(i), found.now()));
      }
      return doors;
    });
  }

  private static Door door(GroupRules settled, RedisPoolScripts.Crowd crowd, Instant now) {
    boolean open = settled.hours().isOpen(now);
    Integer most = settled.queue().most();
    return new Door(crowd.onDuty(), open, open ? null : settled.hours().opensNext(now),
        most != null && crowd.isFull(most));
  }
}
