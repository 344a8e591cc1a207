package dev.xiaoer.availability;

import dev.xiaoer.hub.Hub;
import dev.xiaoer.hub.Ids;
import dev.xiaoer.json.TestJson;
import dev.xiaoer.redis.RedisLink;
import java.time.Duration;

/// The real availability for tests of other rooms: leases so long that none ends by itself, no grace, no patience.
public final class TestAvailability {

  private TestAvailability() {}

  public static Availability over(RedisLink redis, Hub hub, Ids ids) {
    Duration endless = Duration.ofDays(1);
    return new RedisAvailability(redis, hub, TestJson.STRICT, ids,
        new LeaseSettings(endless, endless, endless, Duration.ZERO));
  }
}
