package dev.xiaoer.bench.baseline;

import java.util.Map;
import java.util.Objects;
import org.springframework.data.redis.connection.stream.StreamRecords;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.messaging.handler.annotation.MessageMapping;
import org.springframework.messaging.handler.annotation.Payload;
import org.springframework.messaging.simp.SimpMessagingTemplate;
import org.springframework.stereotype.Controller;

/// The controller of the [StompServer]: blocking, with a template for everything.
@Controller
final class StompDesk {

  private final StringRedisTemplate redis;
  private final SimpMessagingTemplate messages;

  record Welcome(String queue) {}

  record Posted(String from, String to, String ref, String text) {}

  record Message(String id, String from, String ref, String text) {}

  record Acknowledgement(String id, String ref) {}

  StompDesk(StringRedisTemplate redis, SimpMessagingTemplate messages) {
    this.redis = redis;
    this.messages = messages;
  }

  @MessageMapping("/welcome")
  void welcome(@Payload Welcome welcome) {
    messages.convertAndSend("/queue/" + welcome.queue(), welcome);
  }

  @MessageMapping("/message")
  void message(@Payload Posted posted) {
    var record = StreamRecords.string(Map.of("from", posted.from(), "ref", posted.ref(), "text", posted.text()))
        .withStreamKey("log:" + posted.from());
    String id = Objects.requireNonNull(redis.opsForStream().add(record)).getValue();
    messages.convertAndSend(
        "/queue/agent." + posted.to(), new Message(id, posted.from(), posted.ref(), posted.text()));
    messages.convertAndSend("/queue/buyer." + posted.from(), new Acknowledgement(id, posted.ref()));
  }
}
