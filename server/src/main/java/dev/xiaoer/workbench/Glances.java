package dev.xiaoer.workbench;

import dev.xiaoer.hub.LogEntry;
import dev.xiaoer.hub.TopicLog;
import dev.xiaoer.privacy.Masking;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.Position;
import dev.xiaoer.protocol.Topic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Looks at the two ends of buyer topics, as every reader gets them: what was taken back is not seen. Waits for the store.
@Component
final class Glances {

  private static final int LONGEST_TEXT = 80;
  /// Events at the end of a topic among which the last words are looked for; the others there are closings, ratings,
  /// changes of hands.
  private static final int END = 20;

  private final TopicLog log;
  private final JsonMapper json;

  Glances(TopicLog log, JsonMapper json) {
    this.log = log;
    this.json = json;
  }

  Map<ConversationId, Glance> at(Collection<ConversationId> conversations) {
    List<Topic> topics = new ArrayList<>();
    conversations.forEach(id -> topics.add(new Topic.Buyer(id)));
    Map<Topic, Position> heads = Waiting.on(log.heads(topics));
    var ends = new HashMap<ConversationId, Ends>();
    for (ConversationId id : conversations) {
      var topic = new Topic.Buyer(id);
      Position last = heads.get(topic);
      long head = last == null ? 0 : last.seq();
      ends.put(id, new Ends(log.read(topic, 0, 1), log.read(topic, Math.max(0, head - END), END)));
    }
    var glances = new HashMap<ConversationId, Glance>();
    ends.forEach((id, end) -> glances.put(id, glance(Waiting.on(end.first()), Waiting.on(end.last()))));
    return glances;
  }

  private record Ends(CompletionStage<List<LogEntry>> first,
      CompletionStage<List<LogEntry>> last) {}

  private Glance glance(List<LogEntry> first, List<LogEntry> last) {
    long openedAt = first.isEmpty() ? 0 : frame(first.getFirst()).path("ts").asLong();
    Long closedAt = null;
    for (LogEntry entry : last.reversed()) {
      JsonNode frame = frame(entry);
      JsonNode event = frame.path("event");
      switch (event.path("type").asString("")) {
        case "conversation.closed" -> closedAt = frame.path("ts").asLong();
        case "message.posted" -> {
          // What the desk says by itself hides nobody's question.
          if (event.path("author").asString("").equals("desk")) {
            continue;
          }
          return new Glance(openedAt, closedAt, cut(Masking.masked(event.path("text").asString(""))));
        }
        case "attachment.posted", "card.posted" -> {
          return new Glance(openedAt, closedAt, null);
        }
        default -> {
        }
      }
    }
    return new Glance(openedAt, closedAt, null);
  }

  private JsonNode frame(LogEntry entry) {
    return json.readTree(entry.frame());
  }

  /// In one line, and not through the middle of a character.
  static String cut(String text) {
    String line = text.strip().replace('\n', ' ');
    int points = line.codePointCount(0, line.length());
    return points <= LONGEST_TEXT
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST_TEXT - 1)) + "…";
  }
}
