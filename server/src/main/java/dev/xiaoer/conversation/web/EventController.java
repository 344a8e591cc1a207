package dev.xiaoer.conversation.web;

import dev.xiaoer.conversation.Reading;
import dev.xiaoer.http.RefusedException;
import dev.xiaoer.hub.LogEntry;
import dev.xiaoer.hub.TopicLog;
import dev.xiaoer.json.StrictJson;
import dev.xiaoer.protocol.Author;
import dev.xiaoer.protocol.Frame;
import dev.xiaoer.protocol.Position;
import dev.xiaoer.protocol.Refusal;
import dev.xiaoer.protocol.Topic;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What a page that followed only the end of a topic asks for when somebody scrolls back.
@RestController
@RequestMapping("/api/v1/conversations/{conversation}/events")
@Tag(name = "Conversations")
class EventController {

  private static final int MOST = 200;

  private final Reading reading;
  private final TopicLog log;
  private final StrictJson json;

  EventController(Reading reading, TopicLog log, StrictJson json) {
    this.reading = reading;
    this.log = log;
    this.json = json;
  }

  /// @param events the oldest first
  /// @param from the first seq that was looked at: 1 when there is nothing older
  record Page(List<Frame.Logged> events, long from) {}

  /// @param before only events in front of this seq; without it the last ones
  @GetMapping
  @Operation(summary = "A page of a conversation's topic")
  Page events(@PathVariable String conversation, @RequestParam String topic,
      @RequestParam(required = false) @Nullable Long before, @RequestParam(defaultValue = "100") int limit,
      Principal caller) {
    if (limit < 1 || limit > MOST || (before != null && before < 1)) {
      throw new RefusedException(Refusal.INVALID);
    }
    Topic asked = topic(reading.open(conversation, caller), topic);
    long end = before == null ? head(asked) + 1 : before;
    long from = Math.max(1, end - limit);
    List<Frame.Logged> events = log.read(asked, from - 1, limit).toCompletableFuture().join().stream()
        .filter(entry -> entry.seq() < end)
        .map(this::event)
        .toList();
    return new Page(events, from);
  }

  private static Topic topic(Reading.Open open, String name) {
    return switch (name) {
      case "buyer" -> new Topic.Buyer(open.id());
      case "staff" -> {
        if (open.as() instanceof Author.Buyer) {
          throw new RefusedException(Refusal.NOT_FOUND);
        }
        yield new Topic.Staff(open.id());
      }
      default -> throw new RefusedException(Refusal.INVALID);
    };
  }

  private long head(Topic topic) {
    Position head = log.heads(List.of(topic)).toCompletableFuture().join().get(topic);
    return head == null ? 0 : head.seq();
  }

  private Frame.Logged event(LogEntry entry) {
    if (json.read(Frame.class, entry.frame()) instanceof StrictJson.Decoded.Good<Frame>(Frame.Logged logged)) {
      return logged;
    }
    throw new IllegalStateException("not an event: " + entry.topic().name() + " " + entry.seq());
  }
}
