package dev.xiaoer.bench.dialect;

import tools.jackson.databind.JsonNode;

/// An agent's console: hello, follow the own topic, go online; what is done with a conversation that is given differs.
abstract class AgentTalk implements Talk {

  private final String ticket;
  private final String origin;
  private String ownTopic = "";
  private long heartbeatMs;
  private long refs;
  private boolean ready;

  AgentTalk(String ticket, String origin) {
    this.ticket = ticket;
    this.origin = origin;
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

  final void heard(Line line, JsonNode frame) {
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
      followsConversation();
    }
  }

  private void heardEvent(Line line, JsonNode event) {
    if (event.path("type").asString().equals("conversation.given")) {
      given(line, event);
    }
  }

  private void becameReady(Line line) {
    if (!ready) {
      ready = true;
      line.ready();
      line.againAfter(heartbeatMs);
    }
  }

  abstract void given(Line line, JsonNode event);

  /// The desk has begun to send what is said in one that was given.
  void followsConversation() {}

  final void follow(Line line, String topic) {
    line.send(DeskFrames.follow(ref(), topic, 0, null));
  }

  static String topicOf(String conversation) {
    return "c:" + conversation + ":buyer";
  }

  /// The agent's id.
  final String agent() {
    return ownTopic.substring(ownTopic.lastIndexOf(':') + 1);
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
