package dev.xiaoer.routing;

import dev.xiaoer.redis.RedisLink;

/// The real queues for tests of other rooms.
public final class TestQueues {

  private TestQueues() {}

  public static QueuePlaces places(RedisLink redis) {
    return new RedisQueuePlaces(redis);
  }
}
