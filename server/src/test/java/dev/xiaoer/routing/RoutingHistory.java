package dev.xiaoer.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.availability.Agent;
import dev.xiaoer.availability.DeskKeys;
import dev.xiaoer.conversation.ConversationRecord;
import dev.xiaoer.conversation.ConversationRecord.State;
import dev.xiaoer.conversation.Conversations;
import dev.xiaoer.conversation.Conversations.Speaker;
import dev.xiaoer.conversation.Opening;
import dev.xiaoer.conversation.Outcome;
import dev.xiaoer.conversation.TestConversations;
import dev.xiaoer.hub.TestHubs;
import dev.xiaoer.protocol.AvailabilityState;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.ForBuyer.BuyerCard;
import dev.xiaoer.protocol.Ref;
import dev.xiaoer.redis.RedisLink;
import io.lettuce.core.ZAddArgs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One seed's life of a desk: buyers, agents and sweeps on two nodes that come between each other call by call, crash,
/// and lose answers. The rooms and the scripts are the real ones.
final class RoutingHistory {

  private static final int CAP = 2;
  static final List<String> GROUPS = List.of("presale", "aftersale");
  private static final List<Agent> STAFF = List.of(
      new Agent("", "li", "小李", Set.of("presale"), CAP),
      new Agent("", "wang", "小王", Set.of("presale", "aftersale"), CAP),
      new Agent("", "zhao", "小赵", Set.of("aftersale"), CAP));

  static final String RELIEF = "relief";

  final long seed;
  private final Random chance;
  final RedisLink redis;
  final String desk;
  private final Conversations direct;
  private final List<SimulatedNode> nodes = new ArrayList<>();
  private final List<Agent> staff;
  private final PassingHistory passing;
  private final List<Opening> openings = new ArrayList<>();
  private final Set<Ref> answered = new HashSet<>();
  final Set<ConversationId> conversations = new LinkedHashSet<>();
  private DeskState before;
  private int refs;

  RoutingHistory(RedisLink redis, long seed) {
    this.seed = seed;
    this.chance = new Random(seed);
    this.redis = redis;
    this.desk = "desk" + seed;
    this.staff = STAFF.stream().map(one -> new Agent(desk, one.id(), one.name(), one.groups(), one.cap())).toList();
    this.direct = TestConversations.over(redis, TestHubs.silent(), TestHubs.ids(seed));
    // One node looks after what is unfinished at once, the other only much later.
    nodes.add(new SimulatedNode(redis, seed + 1, Duration.ZERO));
    nodes.add(new SimulatedNode(redis, seed + 2, Duration.ofHours(1)));
    staff.forEach(agent -> {
      nodes.getFirst().availability.set(agent, AvailabilityState.ONLINE);
      nodes.getFirst().availability.connected(desk, agent.id());
    });
    nodes.getFirst().finish();
    this.passing = new PassingHistory(this, staff.stream().map(Agent::id).toList());
    before = state();
  }

  DeskState state() {
    return DeskState.of(redis, desk, GROUPS, Stream.concat(staff.stream().map(Agent::id), Stream.of(RELIEF)).toList());
  }

  <T> T any(List<T> all) {
    return all.get(chance.nextInt(all.size()));
  }

  Ref ref() {
    return new Ref("ref-%06d-%06d".formatted(seed % 1_000_000, refs++) + "000");
  }

  void live(int steps) {
    for (int i = 0; i < steps; i++) {
      String what = step();
      check(what);
    }
  }

  private String step() {
    SimulatedNode node = any(nodes);
    return switch (chance.nextInt(40)) {
      case 0, 1, 2, 3 -> start(node);
      case 4 -> repeat(node);
      case 5, 6 -> set(node, AvailabilityState.ONLINE);
      case 7 -> set(node, chance.nextInt(4) == 0 ? AvailabilityState.OFFLINE : AvailabilityState.DRAINING);
      case 8 -> loseLease();
      case 9 -> renew(node);
      case 10, 11, 12 -> answer();
      case 13, 14 -> close(node);
      case 15, 16, 17 -> sweep(node);
      case 18 -> crash(node);
      default -> carryOut(node);
    };
  }

  /// The same, but most of what happens is that agents pass their conversations on.
  void passOn(int steps) {
    for (int i = 0; i < 5; i++) {
      start(nodes.getFirst());
      nodes.getFirst().finish();
    }
    before = state();
    for (int i = 0; i < steps; i++) {
      SimulatedNode node = any(nodes);
      check(switch (chance.nextInt(40)) {
        case 0, 1, 2, 3 -> passing.offer(node, anyConversation());
        case 4, 5, 6, 7 -> passing.answer(node);
        case 8 -> passing.withdraw(node);
        case 9, 10 -> timePasses(node);
        case 11, 12 -> finish(node);
        default -> chance.nextInt(3) == 0 ? step() : carryOut(node);
      });
    }
  }

  private static String finish(SimulatedNode node) {
    node.finish();
    return "all its calls";
  }

  private String start(SimulatedNode node) {
    String buyer = "buyer" + chance.nextInt(8);
    var opening = new Opening(desk, "shop" + seed, GROUPS.get(buyer.hashCode() & 1), new BuyerCard(buyer, null), ref(),
        "在吗");
    openings.add(opening);
    conversations.add(ConversationIds.openedBy(opening.shop(), buyer, opening.ref()));
    start(node, opening);
    return "start by " + buyer;
  }

  private String repeat(SimulatedNode node) {
    if (!openings.isEmpty()) {
      start(node, any(openings));
    }
    return "repeat";
  }

  private void start(SimulatedNode node, Opening opening) {
    node.reception.start(opening).thenAccept(outcome -> {
      if (outcome instanceof Outcome.Done) {
        answered.add(opening.ref());
      }
    });
  }

  private String set(SimulatedNode node, AvailabilityState state) {
    Agent agent = any(staff);
    node.availability.set(agent, state);
    return agent.id() + " " + state;
  }

  /// As if the lease had been over for long.
  private String loseLease() {
    Agent agent = any(staff);
    makeOld("leases", agent.id());
    return agent.id() + " lost";
  }

  private void makeOld(String what, String member) {
    String key = DeskKeys.prefix(desk) + ":" + what;
    redis.commands().zadd(key, ZAddArgs.Builder.xx(), 1, member).toCompletableFuture().join();
  }

  private static String renew(SimulatedNode node) {
    node.availability.renew();
    return "renew";
  }

  private String answer() {
    ConversationRecord record = record(anyConversation());
    ConversationId id = chosen;
    if (record != null && id != null && record.state() == State.ASSIGNED) {
      direct.postAsAgent(id, new Speaker(desk, record.agent()), record.revision(), ref(), "在的").toCompletableFuture()
          .join();
    }
    return "answer in " + id;
  }

  private String close(SimulatedNode node) {
    ConversationRecord record = record(anyConversation());
    ConversationId id = chosen;
    if (record != null && id != null && record.state() == State.ASSIGNED) {
      node.reception.close(id, new Speaker(desk, record.agent()), record.revision(), ref(),
          chance.nextBoolean() ? "谢谢" : null);
    }
    return "close of " + id;
  }

  private @Nullable ConversationId chosen;

  private @Nullable ConversationId anyConversation() {
    chosen = conversations.isEmpty() ? null : any(List.copyOf(conversations));
    return chosen;
  }

  @Nullable
  ConversationRecord record(@Nullable ConversationId id) {
    return id == null ? null : direct.find(id).toCompletableFuture().join();
  }

  /// Offers end, or not yet.
  private String timePasses(SimulatedNode node) {
    long ahead = any(List.of(10L, 31L)) * 1_000;
    redis.commands().hincrby(DeskKeys.prefix(desk) + ":clock", "ahead", ahead).toCompletableFuture().join();
    node.ring(desk);
    return ahead + " ms";
  }

  private String sweep(SimulatedNode node) {
    node.ring(desk);
    node.sweep.sweep(desk);
    return "sweep";
  }

  private String crash(SimulatedNode node) {
    int waiting = node.link.waiting();
    node.link.crash(waiting == 0 ? -1 : chance.nextInt(waiting + 1) - 1);
    return "crash";
  }

  private String carryOut(SimulatedNode node) {
    if (node.link.waiting() > 0) {
      node.link.carryOut(chance.nextInt(node.link.waiting()));
    }
    return "a call";
  }

  private void check(String what) {
    DeskState now = checkNumbers(what);
    assertThat(now.movedSince(before)).as("seed %d after %s", seed, what).isEmpty();
    assertThat(now.servedOutOfTurn(before)).as("seed %d after %s", seed, what).isEmpty();
    before = now;
  }

  DeskState checkNumbers(String what) {
    DeskState now = state();
    assertThat(now.faults()).as("seed %d after %s", seed, what).isEmpty();
    return now;
  }

  /// What was asked for is finished, and then the sweeps have time to put everything right.
  void comeToRest() {
    nodes.forEach(SimulatedNode::finish);
    checkNumbers("the end");
    // A client sends again what was not answered.
    openings.stream().filter(opening -> !answered.contains(opening.ref())).forEach(opening -> {
      start(nodes.getFirst(), opening);
      nodes.getFirst().finish();
      checkNumbers("a repeat at the end");
    });
    passing.comeToRest(nodes.getFirst());
    state().claims().forEach(claim -> makeOld("claims", claim));
    new RestingDesk(this, nodes.getFirst()).isAsItsConversationsAre();
  }
}
