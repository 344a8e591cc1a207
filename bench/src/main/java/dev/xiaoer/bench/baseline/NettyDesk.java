package dev.xiaoer.bench.baseline;

import io.lettuce.core.api.async.RedisAsyncCommands;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.util.HashMap;
import java.util.Map;

/// Who sits where. On the one loop only, as Redis' answers are.
final class NettyDesk {

  private final RedisAsyncCommands<String, String> redis;
  private final Map<String, Channel> agents = new HashMap<>();

  NettyDesk(RedisAsyncCommands<String, String> redis) {
    this.redis = redis;
  }

  void seat(String agent, Channel channel) {
    agents.put(agent, channel);
  }

  void leave(String agent, Channel channel) {
    agents.remove(agent, channel);
  }

  void carry(Channel from, String buyer, String agent, String frame) {
    String tail = BareFrames.tail(frame);
    redis.xadd("log:" + buyer, "from", buyer, "message", tail).thenAccept(id -> {
      Channel to = agents.get(agent);
      if (to != null) {
        var _ = to.writeAndFlush(new TextWebSocketFrame(BareFrames.message(buyer, id, tail)));
      }
      var _ = from.writeAndFlush(new TextWebSocketFrame(BareFrames.acknowledgement(id, BareFrames.ref(tail))));
    });
  }
}
