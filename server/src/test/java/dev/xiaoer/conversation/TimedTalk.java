package dev.xiaoer.conversation;

import dev.xiaoer.conversation.Conversations.Asker;
import dev.xiaoer.conversation.Conversations.Speaker;
import dev.xiaoer.hub.TestHubs;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.ForBuyer.AgentCard;
import dev.xiaoer.protocol.ForBuyer.BuyerCard;
import dev.xiaoer.protocol.ForStaff.AssignmentReason;
import dev.xiaoer.protocol.Ref;
import dev.xiaoer.redis.RedisLink;
import dev.xiaoer.redis.WeakenedLink;
import java.time.Duration;

/// Conversations of the buyer anna that are the agent li's, and Redis' clock put forward at will.
public final class TimedTalk {

  /// Of a conversation as [#asked] leaves it.
  public static final long REVISION = 2;

  private final RedisLink redis;
  private final String desk;
  private int names;

  public TimedTalk(RedisLink redis, String desk) {
    this.redis = redis;
    this.desk = desk;
  }

  public Conversations now() {
    return after(Duration.ZERO);
  }

  public Conversations after(Duration passed) {
    return TestConversations.over(WeakenedLink.later(redis, passed), TestHubs.silent(), TestHubs.ids(1));
  }

  public Ref ref() {
    return new Ref("ref-%018d".formatted(names++));
  }

  public Speaker li() {
    return new Speaker(desk, "li");
  }

  public Asker anna(String shop) {
    return new Asker(shop, "anna");
  }

  /// A conversation of two events and an agent.
  public ConversationId asked(String shop) {
    var id = new ConversationId((desk + "-".repeat(22)).substring(0, 10) + "%012d".formatted(names++));
    now().open(id, new Opening(desk, shop, "group", new BuyerCard("anna", null), ref(), "在吗")).toCompletableFuture()
        .join();
    now().assign(new Claimed(id, 1, new AgentCard("li", "小李"), AssignmentReason.LEAST_LOADED, 0, 3))
        .toCompletableFuture().join();
    return id;
  }

  /// What li says has the next seq.
  public void answers(ConversationId id, Duration passed) {
    after(passed).postAsAgent(id, li(), REVISION, ref(), "在的").toCompletableFuture().join();
  }
}
