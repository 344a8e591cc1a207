package dev.xiaoer.autoreply;

import dev.xiaoer.availability.DeskKeys;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.redis.RedisLink;
import dev.xiaoer.redis.Script;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

/// Looks at a desk as a whole. Nothing these scripts write is promised to anybody.
final class RedisPatrolScripts {

  private static final Script PATROL = script("patrol");
  private static final Script ASK_QUIET = script("ask_quiet");

  private final RedisLink redis;

  RedisPatrolScripts(RedisLink redis) {
    this.redis = redis;
  }

  private static Script script(String name) {
    return Script.of(RedisPatrolScripts.class, name, DeskKeys.PRELUDE, "quiet");
  }

  /// @param now the desk's time, in ms
  record Page(long now, List<ConversationId> conversations) {}

  CompletionStage<Page> patrol(String desk, int most, Duration apart) {
    return redis.read(PATROL, List.of(DeskKeys.prefix(desk)), Integer.toString(most), Long.toString(apart.toMillis()))
        .thenApply(answer -> new Page((long) answer.get(0),
            ((List<?>) answer.get(1)).stream().map(id -> new ConversationId((String) id)).toList()));
  }

  /// @param now the desk's time, in ms
  /// @param since when somebody was seen to be on duty for the last time, in ms; 0 while somebody is
  record Quiet(long now, long since) {}

  CompletionStage<Quiet> quiet(String desk, String group) {
    return redis.read(ASK_QUIET, List.of(DeskKeys.prefix(desk)), group)
        .thenApply(answer -> new Quiet((long) answer.get(0), (long) answer.get(1)));
  }
}
