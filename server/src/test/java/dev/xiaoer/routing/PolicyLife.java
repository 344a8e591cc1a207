package dev.xiaoer.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.availability.Agent;
import dev.xiaoer.availability.DeskKeys;
import dev.xiaoer.conversation.ConversationRecord;
import dev.xiaoer.conversation.ConversationRecord.State;
import dev.xiaoer.conversation.Conversations;
import dev.xiaoer.conversation.Conversations.Speaker;
import dev.xiaoer.conversation.Opening;
import dev.xiaoer.conversation.TestConversations;
import dev.xiaoer.groups.Hours;
import dev.xiaoer.groups.Overflow;
import dev.xiaoer.groups.QueueLimits;
import dev.xiaoer.groups.Span;
import dev.xiaoer.hub.TestHubs;
import dev.xiaoer.protocol.AvailabilityState;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.ForBuyer.BuyerCard;
import dev.xiaoer.protocol.Ref;
import dev.xiaoer.redis.RedisLink;
import dev.xiaoer.redis.Script;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One seed's life of a desk under the whole policy: groups that help each other, offers, weights, tiers, agents in every
/// state, three nodes that come between each other and die, a clock that is moved. The rooms and the scripts are the real
/// ones, and the desk is looked at after every call that has written to it.
final class PolicyLife {

  private static final Script STAND = Script.of(PolicyLife.class, "stand", DeskKeys.PRELUDE);
  private static final List<String> GROUPS = List.of("presale", "aftersale");
  private static final List<String> STATES = List.of("ONLINE", "ONLINE", "ONLINE", "HUNG_UP", "HUNG_UP", "ON_BREAK",
      "DRAINING", "OVERDUE", "OFFLINE");
  /// Open for half of each day; each life begins at another hour.
  private static final Hours HOURS = new Hours(ZoneOffset.UTC, Arrays.stream(DayOfWeek.values()).collect(
      Collectors.toMap(day -> day, day -> List.of(new Span(LocalTime.of(6, 0), LocalTime.of(18, 0))))), List.of());
  private static final long DAY = Duration.ofDays(1).toMillis();

  private final long seed;
  private final Random chance;
  private final WatchedLink redis;
  private final String desk;
  private final PlainRules rules = new PlainRules();
  private final Receiving receiving = new Receiving(rules);
  private final Map<String, Long> overflowAfter;
  private final Conversations direct;
  private final List<SimulatedNode> nodes = new ArrayList<>();
  private final List<Agent> staff;
  private final List<String> agents;
  private final Set<ConversationId> conversations = new LinkedHashSet<>();
  private final Set<Opening> unanswered = new LinkedHashSet<>();
  private DeskView before;
  private String step = "the beginning";
  private int refs;

  /// @param mistakes that are put into the scripts
  PolicyLife(RedisLink real, long seed, Map<String, String> mistakes) {
    this.seed = seed;
    this.chance = new Random(seed);
    this.redis = new WatchedLink(real, mistakes);
    this.desk = "life" + seed + "-" + mistakes.hashCode();
    this.staff = List.of(agent("li", Set.of("presale")), agent("wang", Set.of("presale", "aftersale")),
        agent("zhao", Set.of("aftersale")), agent("sun", Set.of("presale")));
    this.agents = staff.stream().map(Agent::id).toList();
    this.overflowAfter = chance.nextBoolean() ? Map.of("presale", 30_000L) : Map.of();
    rules.settle("presale", overflowAfter.isEmpty() ? null : new Overflow("aftersale", Duration.ofSeconds(30)), null,
        true, Map.of("li", 30, "sun", 10), Map.of("gold", 7));
    rules.settle("aftersale", null, chance.nextBoolean() ? Duration.ofSeconds(20) : null, false, Map.of(), Map.of());
    rules.settle("presale", chance.nextInt(3) == 0 ? HOURS : Hours.always(ZoneOffset.UTC),
        new QueueLimits(chance.nextBoolean() ? 1 : null, null));
    rules.settle("aftersale", chance.nextBoolean() ? HOURS : Hours.always(ZoneOffset.UTC),
        new QueueLimits(null, chance.nextBoolean() ? Duration.ofSeconds(20) : null));
    this.direct = TestConversations.over(redis, TestHubs.silent(), TestHubs.ids(seed));
    for (int i = 0; i < 3; i++) {
      nodes.add(new SimulatedNode(redis, seed * 3 + i, Duration.ofSeconds(5), rules));
    }
    beginAt(LocalTime.of(Math.floorMod(seed, 24), 0));
    staff.forEach(agent -> nodes.getFirst().availability.set(agent, AvailabilityState.ONLINE));
    nodes.getFirst().finish();
    before = view().toCompletableFuture().join();
    redis.lookBy(this::view);
  }

  private Agent agent(String id, Set<String> groups) {
    return new Agent(desk, id, id, groups, 1 + chance.nextInt(2));
  }

  /// So that a seed lives again as it did.
  private void beginAt(LocalTime time) {
    LocalDateTime now = LocalDateTime.ofInstant(Instant.ofEpochMilli(view().toCompletableFuture().join().now),
        ZoneOffset.UTC);
    long millis = Duration.between(now, now.toLocalDate().plusDays(1).atTime(time)).toMillis();
    redis.commands().hincrby(DeskKeys.prefix(desk) + ":clock", "ahead", millis).toCompletableFuture().join();
  }

  private CompletionStage<DeskView> view() {
    return DeskView.of(redis, desk, agents, GROUPS);
  }

  private <T> T any(List<T> all) {
    return all.get(chance.nextInt(all.size()));
  }

  private Ref ref() {
    return new Ref("ref-%012d-%06d".formatted(seed, refs++));
  }

  void live(int steps) {
    for (int i = 0; i < steps; i++) {
      SimulatedNode node = any(nodes);
      step = act(node);
      look();
      if (chance.nextInt(10) < 6) {
        carryOut(node, Integer.MAX_VALUE);
      } else {
        carryOut(node, chance.nextInt(4));
      }
    }
    comeToRest();
  }

  private String act(SimulatedNode node) {
    return switch (chance.nextInt(24)) {
      case 0, 1, 2, 3, 4 -> arrive(node);
      case 5, 6, 7, 8 -> close(node);
      case 9 -> answer();
      case 10, 11, 12 -> stand();
      case 13 -> loseLease();
      case 14, 15 -> reply(node);
      case 16 -> pick(node);
      case 17, 18 -> time(chance.nextInt(40_000));
      case 19 -> chance.nextInt(4) == 0 ? time(chance.nextLong(DAY * 2)) : time(1_000);
      case 20 -> die(node);
      default -> sweep(node);
    };
  }

  private String arrive(SimulatedNode node) {
    String buyer = "buyer" + chance.nextInt(7);
    var opening = new Opening(desk, "shop-" + desk, any(GROUPS), new BuyerCard(buyer, null), ref(), "在吗", null, null,
        buyer.equals("buyer0") ? "gold" : null, List.of());
    conversations.add(ConversationIds.openedBy(opening.shop(), buyer, opening.ref()));
    unanswered.add(opening);
    (chance.nextInt(4) == 0 ? node.reception.leaveMessage(opening) : node.reception.start(opening))
        .thenAccept(outcome -> unanswered.remove(opening));
    return buyer + " asks " + opening.group();
  }

  private String close(SimulatedNode node) {
    ConversationId id = assigned();
    ConversationRecord record = record(id);
    if (id != null && record != null && record.state() == State.ASSIGNED) {
      node.reception.close(id, new Speaker(desk, record.agent()), record.revision(), ref(), null);
    }
    return "close of " + id;
  }

  private String answer() {
    ConversationId id = assigned();
    ConversationRecord record = record(id);
    if (id != null && record != null && record.state() == State.ASSIGNED) {
      direct.postAsAgent(id, new Speaker(desk, record.agent()), record.revision(), ref(), "在的").toCompletableFuture()
          .join();
    }
    return "answer in " + id;
  }

  private @Nullable ConversationId assigned() {
    List<String> owned = before.owners.keySet().stream().sorted().toList();
    return owned.isEmpty() ? null : new ConversationId(any(owned));
  }

  private @Nullable ConversationRecord record(@Nullable ConversationId id) {
    return id == null ? null : direct.find(id).toCompletableFuture().join();
  }

  private String stand() {
    String agent = any(agents);
    String state = any(STATES);
    stand(agent, state);
    return agent + " is " + state;
  }

  private void stand(String agent, String state) {
    redis.write(STAND, List.of(DeskKeys.prefix(desk)), agent, state, Long.toString(DAY)).toCompletableFuture().join();
  }

  private String loseLease() {
    String agent = any(agents);
    redis.commands().zadd(DeskKeys.prefix(desk) + ":leases", 1, agent).toCompletableFuture().join();
    return agent + " is lost";
  }

  /// An agent answers an offer.
  private String reply(SimulatedNode node) {
    List<String> offered = before.offers.keySet().stream().sorted().toList();
    if (offered.isEmpty()) {
      return "no offer";
    }
    String conversation = any(offered);
    String owner = before.owners.getOrDefault(conversation, "0 nobody");
    long claim = Long.parseLong(owner.substring(0, owner.indexOf(' ')));
    boolean accepted = chance.nextInt(3) > 0;
    node.assignments.answer(new Speaker(desk, before.owner(conversation)), new ConversationId(conversation), claim,
        accepted);
    return before.owner(conversation) + (accepted ? " takes " : " declines ") + conversation;
  }

  private String pick(SimulatedNode node) {
    List<String> waiting = before.waiting();
    if (!waiting.isEmpty()) {
      node.assignments.pick(new Speaker(desk, any(agents)), new ConversationId(any(waiting)));
    }
    return "pick";
  }

  /// Who is there stays there: leases are renewed meanwhile.
  private String time(long millis) {
    redis.commands().hincrby(DeskKeys.prefix(desk) + ":clock", "ahead", millis).toCompletableFuture().join();
    before.seats.forEach((agent, seat) -> {
      if (seat.leased()) {
        stand(agent, seat.state());
      }
    });
    return millis + " ms pass";
  }

  private String die(SimulatedNode node) {
    int waiting = node.link.waiting();
    node.link.crash(waiting == 0 ? -1 : chance.nextInt(waiting + 1) - 1);
    return "a node dies";
  }

  private String sweep(SimulatedNode node) {
    node.sweep.sweep(desk);
    carryOut(node, Integer.MAX_VALUE);
    assertThat(before.neglected(overflowAfter)).as("seed %d after a sweep", seed).isEmpty();
    assertThat(receiving.keptBack(before)).as("seed %d after a sweep", seed).isEmpty();
    return "sweep";
  }

  private void carryOut(SimulatedNode node, int most) {
    for (int i = 0; i < most && node.link.waiting() > 0; i++) {
      node.link.carryOut(most == Integer.MAX_VALUE ? 0 : chance.nextInt(node.link.waiting()));
      look();
    }
  }

  private void look() {
    DeskView now = redis.seen();
    if (now != null) {
      assertThat(now.faults()).as("seed %d, %s", seed, step).isEmpty();
      assertThat(before.wronglyGiven(now)).as("seed %d, %s", seed, step).isEmpty();
      assertThat(receiving.wronglyReceived(before, now)).as("seed %d, %s", seed, step).isEmpty();
      before = now;
    }
  }

  /// Whatever was left unfinished is put right, and nobody was forgotten.
  private void comeToRest() {
    step = "the end";
    nodes.forEach(node -> carryOut(node, Integer.MAX_VALUE));
    // Whose node died before it answered says it again, as every client does.
    List.copyOf(unanswered).forEach(opening -> {
      nodes.getFirst().reception.leaveMessage(opening);
      carryOut(nodes.getFirst(), Integer.MAX_VALUE);
    });
    for (int i = 0; i < 2; i++) {
      time(6_000);
      look();
      sweep(nodes.getFirst());
    }
    for (ConversationId id : conversations) {
      ConversationRecord record = record(id);
      if (record != null && record.state() != State.CLOSED) {
        assertThat(before.knows(id.value())).as("seed %d: %s is forgotten", seed, id).isTrue();
        String owner = before.owner(id.value());
        // While an offer stands, an earlier answer of the same agent may be written late: the next claim overrules it.
        assertThat(record.agent()).as("seed %d: %s", seed, id)
            .isIn(owner, before.offers.containsKey(id.value()) ? "" : owner);
      }
    }
    everybodyIsServed();
  }

  /// In the morning one agent has room for all: what was left is given out, and none was lost.
  private void everybodyIsServed() {
    agents.forEach(agent -> stand(agent, "OFFLINE"));
    look();
    nodes.getFirst().availability.set(new Agent(desk, "wang", "wang", Set.copyOf(GROUPS), 1_000),
        AvailabilityState.ONLINE);
    carryOut(nodes.getFirst(), Integer.MAX_VALUE);
    Instant now = Instant.ofEpochMilli(before.now);
    time(Duration.between(now, Objects.requireNonNull(HOURS.opensNext(now))).toMillis());
    look();
    for (int i = 0; i < 2; i++) {
      sweep(nodes.getFirst());
    }
    assertThat(before.waiting()).as("seed %d: waiting though there is room for all", seed).isEmpty();
    assertThat(before.resting()).as("seed %d: resting in the morning", seed).isEmpty();
  }
}
