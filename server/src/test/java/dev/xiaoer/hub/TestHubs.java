package dev.xiaoer.hub;

import dev.xiaoer.json.TestJson;
import dev.xiaoer.redis.RedisLink;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Random;

/// Hubs for tests of rooms that only have to tell somebody.
public final class TestHubs {

  private TestHubs() {}

  /// A hub that nobody listens to.
  public static Hub silent() {
    var chance = new Random(1);
    var agenda = new Agenda(chance);
    return new Hub(new MemoryTopicLog(agenda), new UnreliableNetwork(agenda, chance, 0), TestJson.STRICT,
        new SimpleMeterRegistry(), "silent");
  }

  /// The logs themselves.
  public static TopicLog log(RedisLink redis) {
    return new RedisTopicLog(redis);
  }

  /// Ids by the seed.
  public static Ids ids(long seed) {
    return new Ids(new Random(seed));
  }
}
