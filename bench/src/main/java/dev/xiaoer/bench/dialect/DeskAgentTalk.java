package dev.xiaoer.bench.dialect;

import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/// An agent's console: hello, follow the own topic, go online, follow each conversation that is given.
final class DeskAgentTalk implements Talk {

  private final String ticket;
  private final String origin;
  private final AtomicInteger given;
  private String ownTopic = "";
  private long heartbeatMs;
  private long refs;
  private boolean ready;

  /// @param given counts the conversations followed by all agents of this life
  DeskAgentTalk(String ticket, String origin, AtomicInteger given) {
    this.ticket = ticket;
    this.origin = origin;
    this.given = given;
  }

  @Override
  public String path() {
    return "/ws/staff";
  }

  @Override
  public String origin() {
    return origin;
  }

  @Override
  public void opened(Line line) {
    line.send("{\"type\":\"hello\",\"ticket\":\"" + ticket + "\"}");
  }

  @Override
  public void heard(Line line, Text text) {
    long mark = Mark.find(text.bytes(), text.length());
    if (mark == Mark.NONE) {
      heardRare(line, DeskFrames.read(text));
    } else if (text.hasEarly("\"type\":\"event\"")) {
      line.delivered(Mark.phase(mark), Mark.number(mark));
    }
  }

  private void heardRare(Line line, JsonNode frame) {
    switch (frame.path("type").asString()) {
      case "welcome" -> {
        heartbeatMs = frame.path("heartbeat").asLong() * 1000;
        ownTopic = frame.path("topics").path(0).asString();
        follow(line, ownTopic);
      }
      case "followed" -> followed(line, frame.path("topic").asString());
      case "reply" -> becameReady(line);
      case "event" -> heardEvent(line, frame.path("event"));
      case "refusal", "resync", "goodbye" -> line.refused(frame.toString());
      default -> {
        // heartbeats and signals
      }
    }
  }

  private void followed(Line line, String topic) {
    if (topic.equals(ownTopic)) {
      line.send("{\"type\":\"availability.set\",\"ref\":\"" + ref() + "\",\"state\":\"ONLINE\"}");
    } else {
      given.incrementAndGet();
    }
  }

  private void heardEvent(Line line, JsonNode event) {
    if (event.path("type").asString().equals("conversation.given")) {
      follow(line, "c:" + event.path("conversation").asString() + ":buyer");
    }
  }

  private void follow(Line line, String topic) {
    line.send(DeskFrames.follow(ref(), topic, 0, null));
  }

  private void becameReady(Line line) {
    if (!ready) {
      ready = true;
      line.ready();
      line.againAfter(heartbeatMs);
    }
  }

  private String ref() {
    refs++;
    return DeskFrames.ref("agent", refs);
  }

  @Override
  public void again(Line line) {
    line.send(DeskFrames.heartbeat());
    line.againAfter(heartbeatMs);
  }

  @Override
  public void say(Line line, int phase, int number) {
    throw new IllegalStateException("agents only listen here");
  }
}
