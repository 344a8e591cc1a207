package dev.xiaoer.bench.dialect;

import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/// An agent's console that follows each conversation that is given, and says nothing.
final class DeskAgentTalk extends AgentTalk {

  private final AtomicInteger given;

  /// @param given counts the conversations followed by all agents of this life
  DeskAgentTalk(String ticket, String origin, AtomicInteger given) {
    super(ticket, origin);
    this.given = given;
  }

  @Override
  public void heard(Line line, Text text) {
    long mark = Mark.find(text.bytes(), text.length());
    if (mark == Mark.NONE) {
      heard(line, DeskFrames.read(text));
    } else if (text.hasEarly("\"type\":\"event\"")) {
      line.delivered(Mark.phase(mark), Mark.number(mark));
    }
  }

  @Override
  void given(Line line, JsonNode event) {
    follow(line, topicOf(event.path("conversation").asString()));
  }

  @Override
  void followsConversation() {
    given.incrementAndGet();
  }

  @Override
  public void say(Line line, int phase, int number) {
    throw new IllegalStateException("agents only listen here");
  }
}
