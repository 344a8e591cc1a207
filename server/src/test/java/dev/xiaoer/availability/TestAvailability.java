package dev.xiaoer.availability;

import dev.xiaoer.groups.DeskRules;
import dev.xiaoer.hub.Hub;
import dev.xiaoer.hub.Ids;
import dev.xiaoer.json.TestJson;
import dev.xiaoer.redis.RedisLink;
import dev.xiaoer.timers.TimerHandler;
import java.time.Duration;
import java.util.List;

/// The real availability, for tests of other rooms too.
///
/// @param handlers what it does when a time has come
public record TestAvailability(Availability availability, List<TimerHandler> handlers) {

  /// Leases so long that none ends by itself, no grace, no patience.
  public static final LeaseSettings ENDLESS = new LeaseSettings(Duration.ofDays(1), Duration.ofDays(1),
      Duration.ofDays(1), Duration.ZERO);

  public static TestAvailability over(RedisLink redis, DeskRules rules, Hub hub, Ids ids, LeaseSettings leases) {
    var built = new AvailabilityConfiguration();
    RedisAvailability availability = built.availability(redis, rules, hub, TestJson.STRICT, ids, leases,
        new AvailabilitySettings(Duration.ofDays(62)));
    return new TestAvailability(availability, List.of(built.hangUpWarning(availability),
        built.hangUpEnd(availability), built.breakEnd(availability), built.breakHoldEnd(availability),
        built.drainingEnd(availability), built.crowded(availability)));
  }
}
