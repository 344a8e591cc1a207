package dev.xiaoer.bench.dialect;

import java.util.ArrayDeque;
import java.util.Deque;
import tools.jackson.databind.JsonNode;

/// An agent's console that follows what it is given; ending a conversation is what it says. Who has none at that moment
/// ends the next one as soon as it comes.
final class QueueAgentTalk implements Talk {

  private final String ticket;
  private final String origin;
  private final DeskPlaces places;
  private final Deque<Given> given = new ArrayDeque<>();
  private final Deque<DeskPlaces.Freed> toEnd = new ArrayDeque<>();
  private String ownTopic = "";
  private long heartbeatMs;
  private long refs;
  private boolean ready;

  private record Given(String conversation, long revision) {}

  QueueAgentTalk(String ticket, String origin, DeskPlaces places) {
    this.ticket = ticket;
    this.origin = origin;
    this.places = places;
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
  public void say(Line line, int phase, int number) {
    toEnd.add(new DeskPlaces.Freed(phase, number));
    end(line);
  }

  private void end(Line line) {
    while (!given.isEmpty() && !toEnd.isEmpty()) {
      Given one = given.remove();
      DeskPlaces.Freed place = toEnd.remove();
      places.freed(ownTopic.substring(ownTopic.lastIndexOf(':') + 1), place);
      line.send("{\"type\":\"conversation.close\",\"ref\":\"" + Mark.of(place.phase(), place.number())
          + "\",\"conversation\":\"" + one.conversation() + "\",\"revision\":" + one.revision() + "}");
      line.send("{\"type\":\"topic.unfollow\",\"topic\":\"" + topic(one.conversation()) + "\"}");
    }
  }

  @Override
  public void heard(Line line, Text text) {
    JsonNode frame = DeskFrames.read(text);
    switch (frame.path("type").asString()) {
      case "welcome" -> {
        heartbeatMs = frame.path("heartbeat").asLong() * 1000;
        ownTopic = frame.path("topics").path(0).asString();
        line.send(DeskFrames.follow(ref(), ownTopic, 0, null));
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
    }
  }

  private void becameReady(Line line) {
    if (!ready) {
      ready = true;
      line.ready();
      line.againAfter(heartbeatMs);
    }
  }

  private void heardEvent(Line line, JsonNode event) {
    if (event.path("type").asString().equals("conversation.given")) {
      var one = new Given(event.path("conversation").asString(), event.path("revision").asLong());
      given.add(one);
      places.given();
      line.send(DeskFrames.follow(ref(), topic(one.conversation()), 0, null));
      end(line);
    }
  }

  private static String topic(String conversation) {
    return "c:" + conversation + ":buyer";
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
}
