package dev.xiaoer.routing;

import dev.xiaoer.conversation.ConversationRecord;
import dev.xiaoer.conversation.ConversationRecord.State;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.redis.RedisLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/// What can be found again without its id: whatever crashed, all that is closed at its desk, and all that was ever opened
/// with its buyer.
final class Listed {

  private Listed() {}

  static List<String> faults(RedisLink redis, String desk, Map<ConversationId, ConversationRecord> records) {
    var listed = new RedisDeskConversations(redis);
    List<ConversationId> closed = join(listed.closed(desk, null, 10_000));
    var faults = new ArrayList<String>();
    records.forEach((id, record) -> {
      if (closed.contains(id) != (record.state() == State.CLOSED)) {
        faults.add(id + " is " + record.state() + ", among the closed: " + closed.contains(id));
      }
      if (!join(listed.ofBuyer(record.card().shop(), record.card().buyer(), 1_000)).contains(id)) {
        faults.add(id + " is not with its buyer");
      }
    });
    return faults;
  }

  private static <T> T join(CompletionStage<T> stage) {
    return stage.toCompletableFuture().join();
  }
}
