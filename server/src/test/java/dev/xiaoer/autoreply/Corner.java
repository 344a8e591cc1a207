package dev.xiaoer.autoreply;

import dev.xiaoer.availability.Agent;
import dev.xiaoer.availability.Availability;
import dev.xiaoer.availability.DeskKeys;
import dev.xiaoer.availability.TestAvailability;
import dev.xiaoer.conversation.Claimed;
import dev.xiaoer.conversation.ConversationRecord;
import dev.xiaoer.conversation.Conversations;
import dev.xiaoer.conversation.DeskVoice;
import dev.xiaoer.conversation.Opening;
import dev.xiaoer.conversation.Outcome;
import dev.xiaoer.conversation.TestConversations;
import dev.xiaoer.groups.TestRules;
import dev.xiaoer.hub.TestHubs;
import dev.xiaoer.hub.TopicLog;
import dev.xiaoer.json.StrictJson;
import dev.xiaoer.protocol.Author;
import dev.xiaoer.protocol.AvailabilityState;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.Event;
import dev.xiaoer.protocol.ForBuyer;
import dev.xiaoer.protocol.ForBuyer.AgentCard;
import dev.xiaoer.protocol.ForBuyer.BuyerCard;
import dev.xiaoer.protocol.ForStaff;
import dev.xiaoer.protocol.ForStaff.AssignmentReason;
import dev.xiaoer.protocol.Frame;
import dev.xiaoer.protocol.Ref;
import dev.xiaoer.protocol.Topic;
import dev.xiaoer.redis.RedisLink;
import dev.xiaoer.routing.TestQueues;
import dev.xiaoer.shops.TestShops;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/// A desk of its own with one shop and the agent li, and nodes that look after what it says by itself.
final class Corner {

  static final String GROUP = "group";
  private static final ReplySettings SETTINGS = new ReplySettings(Locale.SIMPLIFIED_CHINESE, 500,
      Duration.ofSeconds(3), 64, Duration.ofDays(14));

  final String desk;
  final DeskPacks packs;
  final TestRules rules = new TestRules();
  final Conversations conversations;
  final TopicLog log;
  private final RedisLink redis;
  private final TestShops shops = new TestShops();
  private final Availability availability;
  private final String prefix;
  private int names;

  Corner(RedisLink redis, String desk) {
    this.redis = redis;
    this.desk = desk;
    this.prefix = DeskKeys.prefix(desk);
    this.packs = new RedisDeskPacks(redis, Locale.SIMPLIFIED_CHINESE);
    this.conversations = TestConversations.over(redis, TestHubs.silent(), TestHubs.ids(desk.hashCode()));
    this.log = TestHubs.log(redis);
    this.availability = seats(redis, 1);
    shops.save(TestShops.shop(shop(), false));
  }

  /// What one node does.
  record Node(DeskPacks packs, Attendant attendant, Patrol patrol) {

    CompletionStage<Instant> hears(Occasion occasion) {
      return attendant.inTurn(occasion.id(), () -> attendant.attend(occasion));
    }
  }

  /// Two nodes that think about the same at the same time.
  record Both(String desk, Node here, Node there) {

    void hear(Occasion occasion) {
      done(here.hears(occasion), there.hears(occasion));
    }

    void goRound() {
      done(here.patrol().round(desk), there.patrol().round(desk));
    }
  }

  Both both() {
    return new Both(desk, node(), node());
  }

  Node node() {
    return node(redis);
  }

  /// @param link of the node
  Node node(RedisLink link) {
    return node(link, packs);
  }

  /// As another process is: with packs of its own.
  Node process(RedisLink link) {
    return node(link, new RedisDeskPacks(link, Locale.SIMPLIFIED_CHINESE));
  }

  private Node node(RedisLink link, DeskPacks packs) {
    DeskVoice voice = TestConversations.voice(link, TestHubs.silent(),
        TestHubs.ids(System.identityHashCode(link) + names++));
    var desks = new RedisPatrolScripts(link);
    var situations = new Situations(shops, rules,
        seats(link, 2), TestQueues.places(link), desks);
    var attendant = new Attendant(voice, packs, situations, new RedisBuyerMemory(link, Duration.ofDays(14)), 64,
        Runnable::run);
    return new Node(packs, attendant,
        new Patrol(desks, voice, attendant, TestHubs.log(link), new StrictJson(), SETTINGS, Duration.ZERO));
  }

  private Availability seats(RedisLink link, long ids) {
    return TestAvailability.over(link, rules, TestHubs.silent(), TestHubs.ids(ids), TestAvailability.ENDLESS)
        .availability();
  }

  String shop() {
    return "shop-" + desk;
  }

  /// The desk's clock is put forward by so much from now on.
  void later(Duration ahead) {
    redis.commands().hset(prefix + ":clock", "ahead", Long.toString(ahead.toMillis())).toCompletableFuture().join();
  }

  void saysByItself(String yaml) {
    packs.save(desk, new DeskPacks.Kept(0, yaml)).toCompletableFuture().join();
  }

  void isOnline(String agent) {
    availability.set(new Agent(desk, agent, "小李", Set.of(GROUP), 3), AvailabilityState.ONLINE).toCompletableFuture()
        .join();
  }

  void goes(String agent) {
    availability.set(new Agent(desk, agent, "小李", Set.of(GROUP), 3), AvailabilityState.OFFLINE).toCompletableFuture()
        .join();
  }

  /// @param since when it began, in ms
  void is(String agent, String state, long since, String away) {
    isOnline(agent);
    redis.commands().hset(prefix + ":seat:" + agent,
        Map.of("state", state, "since", Long.toString(since), "until", Long.toString(since + 600_000), "away", away))
        .toCompletableFuture().join();
  }

  void has(String agent, int load) {
    redis.commands().hset(prefix + ":seat:" + agent, "load", Integer.toString(load)).toCompletableFuture().join();
  }

  /// Somebody else has taken every free place.
  void nobodyIsFree() {
    redis.commands().del(prefix + ":seats:" + GROUP).toCompletableFuture().join();
  }

  /// A conversation of the buyer that waits in the queue.
  Occasion.Spoke asks(String buyer, String text) {
    var id = new ConversationId((desk + "-".repeat(22)).substring(0, 12) + "%010d".formatted(names++));
    Outcome said = conversations.open(id, new Opening(desk, shop(), GROUP, new BuyerCard(buyer, null), ref(), text))
        .toCompletableFuture().join().outcome();
    redis.commands().hset(prefix + ":places", id.value(), "1").toCompletableFuture().join();
    redis.commands().sadd(prefix + ":queues", GROUP).toCompletableFuture().join();
    redis.commands().zadd(prefix + ":queue:" + GROUP, names, id.value()).toCompletableFuture().join();
    return spoke(id, said, text);
  }

  /// The same, and it is li's.
  Occasion.Spoke asksLi(String buyer, String text) {
    Occasion.Spoke spoke = asks(buyer, text);
    conversations.assign(new Claimed(spoke.id(), 1, new AgentCard("li", "小李"), AssignmentReason.LEAST_LOADED, 0, 3))
        .toCompletableFuture().join();
    redis.commands().zrem(prefix + ":queue:" + GROUP, spoke.id().value()).toCompletableFuture().join();
    return spoke;
  }

  Occasion.Spoke says(String buyer, ConversationId id, String text) {
    return spoke(id, conversations.postAsBuyer(id, new Conversations.Asker(shop(), buyer), ref(), text)
        .toCompletableFuture().join(), text);
  }

  private static Occasion.Spoke spoke(ConversationId id, Outcome said, String text) {
    if (said instanceof Outcome.Done done) {
      return new Occasion.Spoke(id, done.id(), done.seq(), text);
    }
    throw new AssertionError(said);
  }

  void answers(ConversationId id) {
    conversations.postAsAgent(id, new Conversations.Speaker(desk, "li"), 2, ref(), "在的").toCompletableFuture().join();
  }

  void closes(ConversationId id) {
    conversations.close(id, new Conversations.Speaker(desk, "li"), 2, ref()).toCompletableFuture().join();
  }

  Ref ref() {
    return new Ref("ref-%018d".formatted(names++));
  }

  ConversationRecord record(ConversationId id) {
    return Objects.requireNonNull(conversations.find(id).toCompletableFuture().join());
  }

  /// When it was said, in ms.
  long timeOf(Occasion.Spoke spoke) {
    return frames(new Topic.Buyer(spoke.id())).filter(logged -> logged.seq() == spoke.seq()).findFirst().orElseThrow()
        .ts();
  }

  /// The rules by which the desk has spoken in a conversation, in this order.
  List<String> saidIn(ConversationId id) {
    return events(new Topic.Staff(id)).stream()
        .flatMap(event -> event instanceof ForStaff.ReplyExplained told
            ? List.of(told).stream()
            : List.<ForStaff.ReplyExplained>of().stream())
        .map(ForStaff.ReplyExplained::rule).toList();
  }

  List<String> textsIn(ConversationId id) {
    return events(new Topic.Buyer(id)).stream()
        .filter(event -> event instanceof ForBuyer.MessagePosted said && said.author() instanceof Author.Desk)
        .map(event -> ((ForBuyer.MessagePosted) event).text()).toList();
  }

  List<Event> events(Topic topic) {
    return frames(topic).map(Frame.Logged::event).toList();
  }

  private Stream<Frame.Logged> frames(Topic topic) {
    var json = new StrictJson();
    return log.read(topic, 0, 100).toCompletableFuture().join().stream()
        .flatMap(entry -> json.read(Frame.class,
            entry.frame()) instanceof StrictJson.Decoded.Good<Frame>(Frame.Logged logged)
                ? Stream.of(logged)
                : Stream.empty());
  }

  static void done(CompletionStage<?>... all) {
    for (CompletionStage<?> one : all) {
      one.toCompletableFuture().join();
    }
  }
}
