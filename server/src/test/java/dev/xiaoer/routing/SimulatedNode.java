package dev.xiaoer.routing;

import dev.xiaoer.availability.Availability;
import dev.xiaoer.availability.LeaseSettings;
import dev.xiaoer.availability.TestAvailability;
import dev.xiaoer.conversation.Conversations;
import dev.xiaoer.conversation.TestConversations;
import dev.xiaoer.groups.DeskRules;
import dev.xiaoer.groups.TransferRules;
import dev.xiaoer.hub.Hub;
import dev.xiaoer.hub.Ids;
import dev.xiaoer.hub.TestHubs;
import dev.xiaoer.json.TestJson;
import dev.xiaoer.redis.HeldLink;
import dev.xiaoer.redis.RedisLink;
import dev.xiaoer.timers.TestTimers;
import dev.xiaoer.timers.TimerHandler;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/// The real rooms of one node over a link whose calls a test carries out.
final class SimulatedNode {

  private static final DeskRules RULES = new PlainRules();
  static final HistorySettings HISTORY = new HistorySettings(Duration.ofDays(1), 1_000, Duration.ofDays(1), 100);

  static final TransferRules TRANSFERS = new TransferRules(Duration.ofSeconds(30), 2);

  final HeldLink link;
  final Conversations conversations;
  final Availability availability;
  final Reception reception;
  final Assignments assignments;
  final Mentions mentions;
  final RoutingTransfers transfers;
  final Doors doors;
  final RedisPoolScripts pools;
  final Sweep sweep;
  private final TestTimers timers;
  final List<TimerHandler> handlers;

  /// @param settled how long a claim and an unsettled change are left alone
  SimulatedNode(RedisLink real, long seed, Duration settled) {
    this(real, seed, settled, RULES);
  }

  SimulatedNode(RedisLink real, long seed, Duration settled, DeskRules rules) {
    this(real, seed, settled, rules, TestAvailability.ENDLESS);
  }

  SimulatedNode(RedisLink real, long seed, Duration settled, DeskRules rules, LeaseSettings leases) {
    this.link = new HeldLink(real);
    Hub hub = TestHubs.silent();
    Ids ids = TestHubs.ids(seed);
    var settings = new RoutingSettings(settled, settled, Duration.ofDays(2), Duration.ofDays(2), Duration.ofDays(7), 50,
        100);
    var scripts = new RedisRoutingScripts(link, settings, HISTORY);
    this.conversations = TestConversations.over(link, hub, ids);
    var seats = TestAvailability.over(link, rules, hub, ids, leases);
    this.availability = seats.availability();
    var offers = new RedisOfferScripts(link, settings);
    var json = TestJson.STRICT;
    this.pools = new RedisPoolScripts(link);
    var places = new Places(scripts, pools, rules, new PoolSettings(Duration.ofMinutes(5)));
    this.doors = new Doors(pools, rules);
    var dispatcher = new Dispatcher(scripts, offers, places, conversations, rules, hub, json, ids, settings);
    var answers = new RoutingAssignments(offers, conversations, dispatcher, rules, hub, json, ids);
    var applied = new AppliedRules(rules, scripts);
    this.assignments = answers;
    var board = new QueueBoard(scripts, places, hub);
    var told = new RoutingMentions(scripts, conversations, TestHubs.log(link), hub, json, ids);
    this.mentions = told;
    this.reception = new RoutingReception(scripts, places, new RedisOpenConversations(link, HISTORY), conversations,
        dispatcher, applied, board);
    this.timers = new TestTimers(link);
    this.transfers = new RoutingTransfers(new RedisTransferScripts(link, settings), conversations, dispatcher,
        (desk, group) -> TRANSFERS, timers.timers(), hub, json, ids);
    this.handlers = Stream.concat(seats.handlers().stream(), Stream.of(transfers)).toList();
    this.sweep = new Sweep(availability, scripts, places, dispatcher, answers, applied, told, transfers, board);
  }

  /// What is due now.
  CompletionStage<Void> ring(String desk) {
    return timers.serve(desk, handlers.toArray(TimerHandler[]::new));
  }

  /// Carries out everything, in the order it was asked for.
  void finish() {
    int steps = 0;
    while (link.waiting() > 0) {
      link.carryOut(0);
      if (++steps > 200_000) {
        throw new AssertionError("it never comes to rest");
      }
    }
  }
}
