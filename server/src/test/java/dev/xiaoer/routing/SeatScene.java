package dev.xiaoer.routing;

import dev.xiaoer.availability.Availability.Standing;
import dev.xiaoer.availability.Availability.TimeRequest;
import dev.xiaoer.availability.SeatEvent;
import dev.xiaoer.protocol.AvailabilityState;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.Refusal;
import dev.xiaoer.redis.RedisLink;
import dev.xiaoer.timers.TestTimers;
import dev.xiaoer.timers.Timer;
import dev.xiaoer.timers.TimerHandler;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The agent wang in any state, buyers of every kind, and li, who takes whom wang does not.
final class SeatScene {

  static final String WANG = "wang";
  static final String LI = "li";
  static final String GROUP = "presale";
  static final String AWAY = "马上回来";
  static final SeatEvent.HangUp HANG_UP = new SeatEvent.HangUp("去洗手间", AWAY, Duration.ofMinutes(10));
  private static final String ZHAO = "zhao";
  private static final int MANY = 50;

  final PlayedDesk desk;
  private final RedisLink redis;
  private @Nullable ConversationId answered;
  private @Nullable ConversationId waits;

  /// @param serving whether two conversations are open
  SeatScene(RedisLink redis, String id, boolean serving) {
    this.redis = redis;
    this.desk = new PlayedDesk(redis, id);
    desk.isThere(WANG, MANY, GROUP);
    desk.connects(WANG);
    serve("73h");
    later(Duration.ofHours(2));
    serve("71h");
    later(Duration.ofDays(2));
    serve("23h");
    later(Duration.ofHours(23));
    if (serving) {
      answered = talk("answered");
      waits = talk("waits");
    }
    desk.isThere(LI, MANY, GROUP);
    desk.connects(LI);
  }

  private void serve(String buyer) {
    desk.closes(desk.asks(buyer, GROUP));
  }

  private ConversationId talk(String buyer) {
    ConversationId conversation = desk.asks(buyer, GROUP);
    desk.says(WANG, conversation);
    return conversation;
  }

  /// In steps that are shorter than a lease.
  void later(Duration time) {
    Duration step = Duration.ofHours(12);
    for (Duration left = time; left.isPositive(); left = left.minus(step)) {
      desk.pass(left.compareTo(step) < 0 ? left : step);
      desk.now(desk.node().availability.renew());
    }
  }

  boolean isServing() {
    return answered != null;
  }

  /// Brings wang into a state, by what an agent does.
  void reach(AvailabilityState state) {
    switch (state) {
      case ONLINE -> {
        // wang is
      }
      case HUNG_UP -> asks(HANG_UP);
      case ON_BREAK -> asks(new SeatEvent.TakeBreak());
      case DRAINING -> drain();
      case OVERDUE -> {
        asks(HANG_UP);
        later(HANG_UP.length());
        desk.ring();
      }
      case OFFLINE -> {
        if (isServing()) {
          drain();
          loses();
        } else {
          asks(new SeatEvent.GoOffline());
        }
      }
    }
  }

  /// Who has nobody to finish is off duty at once: here the last one is closed a moment later.
  private void drain() {
    ConversationId last = isServing() ? null : forWang("last");
    asks(new SeatEvent.Drain());
    if (last != null) {
      desk.closes(last);
    }
  }

  /// A buyer who comes while li is not there.
  private ConversationId forWang(String buyer) {
    desk.does(LI, new SeatEvent.GoOffline());
    ConversationId conversation = talk(buyer);
    desk.does(LI, new SeatEvent.GoOnline());
    return conversation;
  }

  @Nullable
  Refusal asks(SeatEvent.Asked asked) {
    return desk.does(WANG, asked);
  }

  /// Wang asks for more time, and a supervisor grants it at once.
  void hasConsent() {
    asks(new SeatEvent.AskTime("consent", Duration.ofMinutes(5), "去仓库"));
    TimeRequest request = desk.now(desk.node().availability.requests(desk.id)).getFirst();
    desk.decides(request.request(), Duration.ofMinutes(request.minutes()));
  }

  /// A third one, who takes no buyers, has a break or is in line for one.
  void anotherHasABreak() {
    desk.isThere(ZHAO, 0, GROUP);
    desk.does(ZHAO, new SeatEvent.TakeBreak());
  }

  void anotherIsBack() {
    desk.does(ZHAO, new SeatEvent.GoOnline());
  }

  void wishes(int hangUpAt) {
    desk.now(desk.node().availability.settle(desk.id, WANG, hangUpAt, AWAY));
  }

  void loses() {
    desk.node().availability.disconnected(desk.id, WANG);
    desk.leaseEnds(WANG);
    desk.sweep();
  }

  /// A timer of wang is due, whether anybody would have armed it or not.
  @Nullable
  Refusal fires(String kind) {
    TimerHandler handler = desk.node().handlers.stream().filter(one -> one.kind().equals(kind)).findFirst()
        .orElseThrow();
    var timer = new Timer(kind, WANG, 1, "");
    new TestTimers(redis).timers().arm(desk.id, timer).toCompletableFuture().join();
    desk.now(handler.due(desk.id, timer));
    return null;
  }

  Standing standing() {
    return desk.standingOf(WANG);
  }

  long heardOfStates() {
    return desk.heardBy(WANG).split("availability.changed", -1).length - 1L;
  }

  /// Where a buyer of a kind is served now; null if there is none of the kind.
  @Nullable
  String servedAt(String kind) {
    return switch (kind) {
      case "served 23 h ago" -> comes("23h");
      case "served 71 h ago" -> comes("71h");
      case "served 73 h ago" -> comes("73h");
      case "new" -> comes("new");
      case "new, li full" -> {
        desk.isThere(LI, loadOfLi(), GROUP);
        yield comes("another");
      }
      case "open, answered" -> answered == null ? null : agentOf(answered);
      case "open, waits" -> waits == null ? null : afterWaiting(waits);
      case "away text" -> standing().away().isEmpty() ? "-" : standing().away();
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private String comes(String buyer) {
    return agentOf(desk.asks(buyer, GROUP));
  }

  private int loadOfLi() {
    return Objects.requireNonNull(desk.now(desk.node().availability.sittings(desk.id, Set.of(LI))).get(LI)).load();
  }

  private String afterWaiting(ConversationId conversation) {
    desk.writes("waits", conversation);
    later(Duration.ofMinutes(3));
    desk.sweep();
    return agentOf(conversation);
  }

  private String agentOf(ConversationId conversation) {
    String agent = desk.agentOf(conversation);
    return agent.isEmpty() ? "waits" : agent;
  }
}
