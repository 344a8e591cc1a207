package dev.xiaoer.autoreply;

import dev.xiaoer.conversation.DeskVoice.Change;
import dev.xiaoer.redis.RedisLink;
import dev.xiaoer.redis.Script;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/// What buyers were told that is counted over their conversations. It lies in another slot than the conversation, so it is
/// counted first and said then; a moment that has counted and not said may count again.
final class RedisBuyerMemory {

  private static final Script CLAIM = Script.of(RedisBuyerMemory.class, "claim_words");
  private static final String BY = " by";

  private final RedisLink redis;
  private final Duration kept;

  RedisBuyerMemory(RedisLink redis, Duration kept) {
    this.redis = redis;
    this.kept = kept;
  }

  /// Rule → what is remembered of it, as it was before this moment.
  CompletionStage<Map<String, String>> before(String shop, String buyer, String moment) {
    return redis.commands().hgetall(ReplyKeys.said(shop, buyer)).thenApply(fields -> {
      var remembered = new HashMap<String, String>();
      fields.forEach((rule, said) -> {
        if (!rule.endsWith(BY)) {
          String by = fields.getOrDefault(rule + BY, "");
          String before = by.startsWith(moment + ' ') ? by.substring(moment.length() + 1) : said;
          if (!before.isEmpty()) {
            remembered.put(rule, before);
          }
        }
      });
      return remembered;
    });
  }

  /// @return whether it may be said
  CompletionStage<Boolean> claim(String shop, String buyer, String moment, Map<String, Change> changes) {
    var arguments = new ArrayList<>(List.of(moment, Long.toString(kept.toMillis())));
    changes.forEach((rule, change) -> arguments
        .addAll(List.of(rule, change.before() == null ? "" : change.before(), change.after())));
    return redis.write(CLAIM, List.of(ReplyKeys.said(shop, buyer)), arguments.toArray(String[]::new))
        .thenApply(answer -> answer.getFirst().equals("CLAIMED"));
  }
}
