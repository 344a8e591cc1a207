package dev.xiaoer.routing;

import dev.xiaoer.availability.DeskKeys;
import dev.xiaoer.groups.Overflow;
import dev.xiaoer.redis.RedisLink;
import dev.xiaoer.redis.Script;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/// A desk that several processes work on at the same time, and what is looked at there.
///
/// @param id of the desk
record BusyDesk(String id) {

  static final List<String> GROUPS = List.of("presale", "aftersale");
  static final List<String> AGENTS = List.of("li", "wang", "zhao", "sun", "qian", "wu");
  static final Map<String, Long> OVERFLOW_AFTER = Map.of("presale", 30_000L);
  /// How long a claim and an unsettled change are left alone.
  static final Duration SETTLED = Duration.ofSeconds(5);

  private static final Script STAND = Script.of(PolicyLife.class, "stand", DeskKeys.PRELUDE);
  private static final String GIVES = "local weight = take_turn(desk, agent, seated)";

  /// Inside the step that gives a conversation away: whoever the agent might have had is noted who came before it. Seen from
  /// outside, other steps would lie between.
  private static final String GIVES_IN_TURN = """
      local place = redis.call('HGET', desk .. ':places', conversation)
      for _, line in ipairs(reason ~= 'PICKED' and {':queue:', ':overflow:'} or {}) do
        for _, one in ipairs(redis.call('ZRANGEBYSCORE', desk .. line .. seated, '-inf', '(' .. place)) do
          if redis.call('HGET', seat, 'state') == 'ONLINE'
            and not barred_from(desk, one, redis.call('HGET', desk .. ':groups', one))[agent] then
            redis.call('RPUSH', desk .. ':found', conversation .. ' was given to ' .. agent .. ' before ' .. one)
          end
        end
      end
      """ + GIVES;

  /// What is put into the scripts of every node.
  ///
  /// @param more what else is, as it stands there and as it becomes
  static Map<String, String> changes(List<String> more) {
    var changes = new HashMap<>(Map.of(GIVES, GIVES_IN_TURN));
    for (int i = 0; i < more.size(); i += 2) {
      changes.put(more.get(i), more.get(i + 1));
    }
    return changes;
  }

  PlainRules rules() {
    var rules = new PlainRules();
    rules.settle("presale", new Overflow("aftersale", Duration.ofSeconds(30)), null, true, Map.of("li", 30, "sun", 10),
        Map.of("gold", 7));
    rules.settle("aftersale", null, Duration.ofSeconds(20), false, Map.of(), Map.of());
    return rules;
  }

  CompletionStage<DeskView> view(RedisLink redis) {
    return DeskView.of(redis, id, AGENTS, GROUPS);
  }

  void stand(RedisLink redis, String agent, String state, long lease) {
    redis.write(STAND, List.of(DeskKeys.prefix(id)), agent, state, Long.toString(lease)).toCompletableFuture().join();
  }

  /// Where it is noted what was found.
  String found() {
    return DeskKeys.prefix(id) + ":found";
  }
}
