package dev.xiaoer.routing;

import dev.xiaoer.availability.DeskKeys;
import dev.xiaoer.conversation.ConversationRecord;
import dev.xiaoer.conversation.ConversationRecord.State;
import dev.xiaoer.conversation.Conversations;
import dev.xiaoer.conversation.Conversations.Speaker;
import dev.xiaoer.conversation.Opening;
import dev.xiaoer.conversation.TestConversations;
import dev.xiaoer.hub.TestHubs;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.ForBuyer.BuyerCard;
import dev.xiaoer.protocol.Ref;
import dev.xiaoer.redis.Await;
import dev.xiaoer.redis.RedisLink;
import dev.xiaoer.redis.TestRedis;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionException;

/// A node in a process of its own, with the real rooms and scripts: buyers come, agents answer, end, hang up and go, sweeps
/// go on, until it is killed. What other nodes do comes between its calls as it happens to.
final class BusyNode {

  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final List<String> STATES = List.of("ONLINE", "ONLINE", "ONLINE", "HUNG_UP", "ON_BREAK", "OFFLINE");

  private final RedisLink redis;
  private final BusyDesk desk;
  private final Random chance;
  private final long seed;
  private final SimulatedNode node;
  private final Conversations direct;
  private int refs;

  private BusyNode(RedisLink redis, BusyDesk desk, long seed) {
    this.redis = redis;
    this.desk = desk;
    this.seed = seed;
    this.chance = new Random(seed);
    this.node = new SimulatedNode(redis, seed, BusyDesk.SETTLED, desk.rules());
    this.direct = TestConversations.over(redis, TestHubs.silent(), TestHubs.ids(seed + 1_000_000));
  }

  /// @param arguments the port of Redis, the desk's id, a seed, and what is put into the scripts: as it is, as it becomes
  public static void main(String[] arguments) {
    BusyDesk desk = new BusyDesk(arguments[1]);
    RedisLink real = TestRedis.linkTo(Integer.parseInt(arguments[0]));
    var redis = new WatchedLink(real, BusyDesk.changes(List.of(arguments).subList(3, arguments.length)));
    new BusyNode(redis, desk, Long.parseLong(arguments[2])).work();
  }

  private void work() {
    while (true) {
      try {
        DeskView now = desk.view(redis).toCompletableFuture().join();
        if (!now.faults().isEmpty()) {
          redis.commands().rpush(desk.found(), now.faults().toString()).toCompletableFuture().join();
        }
        act(now);
        while (node.link.waiting() > 0) {
          node.link.carryOut(chance.nextInt(node.link.waiting()));
        }
      } catch (CompletionException redisIsAway) {
        Await.until("Redis is back", redis::available);
      }
    }
  }

  private void act(DeskView now) {
    switch (chance.nextInt(20)) {
      case 0, 1, 2, 3, 4, 5 -> arrive();
      case 6, 7, 8, 9, 10 -> close(now);
      case 11 -> answer(now);
      case 12, 13, 14 -> desk.stand(redis, any(BusyDesk.AGENTS), any(STATES), DAY);
      case 15 -> reply(now);
      case 16 -> pick(now);
      case 17 -> pass(chance.nextInt(8_000));
      default -> node.sweep.sweep(desk.id());
    }
  }

  private <T> T any(List<T> all) {
    return all.get(chance.nextInt(all.size()));
  }

  private Ref ref() {
    return new Ref("ref-%012d-%08d".formatted(seed, refs++));
  }

  private void pass(long millis) {
    redis.commands().hincrby(DeskKeys.prefix(desk.id()) + ":clock", "ahead", millis).toCompletableFuture().join();
  }

  private void arrive() {
    String buyer = "buyer" + chance.nextInt(30);
    node.reception.start(new Opening(desk.id(), "shop", any(BusyDesk.GROUPS), new BuyerCard(buyer, null), ref(), "在吗",
        null, null, buyer.equals("buyer0") ? "gold" : null, List.of()));
  }

  private void close(DeskView now) {
    List<String> owned = List.copyOf(now.owners.keySet());
    if (!owned.isEmpty()) {
      var id = new ConversationId(any(owned));
      ConversationRecord record = direct.find(id).toCompletableFuture().join();
      if (record != null && record.state() == State.ASSIGNED) {
        node.reception.close(id, new Speaker(desk.id(), record.agent()), record.revision(), ref(), null);
      }
    }
  }

  private void answer(DeskView now) {
    List<String> owned = List.copyOf(now.owners.keySet());
    if (!owned.isEmpty()) {
      var id = new ConversationId(any(owned));
      ConversationRecord record = direct.find(id).toCompletableFuture().join();
      if (record != null && record.state() == State.ASSIGNED) {
        direct.postAsAgent(id, new Speaker(desk.id(), record.agent()), record.revision(), ref(), "在的")
            .toCompletableFuture().join();
      }
    }
  }

  /// An agent answers an offer.
  private void reply(DeskView now) {
    List<String> offered = List.copyOf(now.offers.keySet());
    if (!offered.isEmpty()) {
      String conversation = any(offered);
      String owner = now.owners.getOrDefault(conversation, "0 nobody");
      node.assignments.answer(new Speaker(desk.id(), now.owner(conversation)), new ConversationId(conversation),
          Long.parseLong(owner.substring(0, owner.indexOf(' '))), chance.nextInt(3) > 0);
    }
  }

  private void pick(DeskView now) {
    List<String> waiting = now.waiting();
    if (!waiting.isEmpty()) {
      node.assignments.pick(new Speaker(desk.id(), any(BusyDesk.AGENTS)), new ConversationId(any(waiting)));
    }
  }
}
