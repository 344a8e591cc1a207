package dev.xiaoer.bench.dialect;

import tools.jackson.databind.JsonNode;

/// A buyer's widget: hello, start (or find again) the one conversation, follow it from what it has.
final class DeskBuyerTalk implements Talk {

  private final DeskBuyer buyer;
  private final String origin;
  private final String more;
  private long heartbeatMs;
  private boolean ready;

  /// @param more said behind the usual words
  DeskBuyerTalk(DeskBuyer buyer, String origin, String more) {
    this.buyer = buyer;
    this.origin = origin;
    this.more = more;
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
    line.send("{\"type\":\"hello\",\"token\":\"" + buyer.token + "\"}");
  }

  @Override
  public void heard(Line line, Text text) {
    long mark = Mark.find(text.bytes(), text.length());
    if (mark == Mark.NONE) {
      heardRare(line, DeskFrames.read(text));
    } else if (text.hasEarly("\"type\":\"reply\"")) {
      line.acknowledged(Mark.phase(mark), Mark.number(mark));
    } else if (text.hasEarly("\"type\":\"refusal\"")) {
      line.refused(text.string());
    }
  }

  private void heardRare(Line line, JsonNode frame) {
    switch (frame.path("type").asString()) {
      case "welcome" -> welcomed(line, frame);
      case "reply" -> follow(line, frame.path("topic").asString());
      case "followed" -> followed(line);
      case "event" -> buyer.has(frame.path("seq").asLong(), frame.path("id").asString());
      case "refusal", "resync", "goodbye" -> line.refused(frame.toString());
      default -> {
        // heartbeats and signals
      }
    }
  }

  private void welcomed(Line line, JsonNode welcome) {
    heartbeatMs = welcome.path("heartbeat").asLong() * 1000;
    JsonNode topics = welcome.path("topics");
    if (topics.isEmpty()) {
      line.send(
          "{\"type\":\"conversation.start\",\"ref\":\"" + DeskFrames.ref("start", buyer.number)
              + "\",\"text\":\"你好\"}");
    } else {
      follow(line, topics.path(0).asString());
    }
  }

  private void follow(Line line, String topic) {
    buyer.topic = topic;
    line.send(DeskFrames.follow(DeskFrames.ref("follow", buyer.number), topic, buyer.lastSeq, buyer.lastId));
  }

  private void followed(Line line) {
    if (!ready) {
      ready = true;
      line.ready();
      line.againAfter(heartbeatMs);
    }
  }

  @Override
  public void again(Line line) {
    line.send(DeskFrames.heartbeat());
    line.againAfter(heartbeatMs);
  }

  @Override
  public void say(Line line, int phase, int number) {
    String mark = Mark.of(phase, number);
    line.send(
        "{\"type\":\"message.post\",\"ref\":\""
            + mark
            + "\",\"conversation\":\""
            + buyer.conversation()
            + "\",\"text\":\""
            + Dialect.words(mark)
            + more
            + "\"}");
  }
}
