package dev.xiaoer.bench.dialect;

import tools.jackson.databind.JsonNode;

/// A buyer's widget that is open; asking for an agent is what it says. It is told when an agent has the conversation.
final class QueueBuyerTalk implements Talk {

  private final String token;
  private final String origin;
  private final DeskPlaces places;
  private long heartbeatMs;

  QueueBuyerTalk(String token, String origin, DeskPlaces places) {
    this.token = token;
    this.origin = origin;
    this.places = places;
  }

  @Override
  public String path() {
    return "/ws/buyer";
  }

  @Override
  public String origin() {
    return origin;
  }

  @Override
  public void opened(Line line) {
    line.send("{\"type\":\"hello\",\"token\":\"" + token + "\"}");
  }

  @Override
  public void say(Line line, int phase, int number) {
    line.send("{\"type\":\"conversation.start\",\"ref\":\"" + Mark.of(phase, number) + "\",\"text\":\"你好\"}");
  }

  @Override
  public void heard(Line line, Text text) {
    if (text.hasEarly("\"type\":\"signal\"")) {
      return; // where the buyer stands: a thousand of these for one of the others, and nothing to do about them
    }
    JsonNode frame = DeskFrames.read(text);
    switch (frame.path("type").asString()) {
      case "welcome" -> {
        heartbeatMs = frame.path("heartbeat").asLong() * 1000;
        line.ready();
        line.againAfter(heartbeatMs);
      }
      case "reply" -> started(line, text, frame.path("topic").asString());
      case "event" -> heardEvent(line, frame.path("event"));
      case "refusal", "resync", "goodbye" -> line.refused(frame.toString());
      default -> {
        // heartbeats, and that it is followed
      }
    }
  }

  private static void started(Line line, Text text, String topic) {
    long mark = Mark.find(text.bytes(), text.length());
    line.acknowledged(Mark.phase(mark), Mark.number(mark));
    line.send(DeskFrames.follow(DeskFrames.ref("follow", mark & 0xffff_ffffL), topic, 0, null));
  }

  private void heardEvent(Line line, JsonNode event) {
    if (event.path("type").asString().equals("conversation.assigned")) {
      DeskPlaces.Freed place = places.taken(event.path("agent").path("id").asString());
      if (place != null) {
        line.delivered(place.phase(), place.number());
      }
    }
  }

  @Override
  public void again(Line line) {
    line.send(DeskFrames.heartbeat());
    line.againAfter(heartbeatMs);
  }
}
