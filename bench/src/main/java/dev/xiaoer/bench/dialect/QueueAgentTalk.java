package dev.xiaoer.bench.dialect;

import java.util.ArrayDeque;
import java.util.Deque;
import tools.jackson.databind.JsonNode;

/// An agent's console that follows what it is given; ending a conversation is what it says. Who has none at that moment
/// ends the next one as soon as it comes.
final class QueueAgentTalk extends AgentTalk {

  private final DeskPlaces places;
  private final Deque<Given> given = new ArrayDeque<>();
  private final Deque<DeskPlaces.Freed> toEnd = new ArrayDeque<>();

  private record Given(String conversation, long revision) {}

  QueueAgentTalk(String ticket, String origin, DeskPlaces places) {
    super(ticket, origin);
    this.places = places;
  }

  @Override
  public void heard(Line line, Text text) {
    heard(line, DeskFrames.read(text));
  }

  @Override
  void given(Line line, JsonNode event) {
    var one = new Given(event.path("conversation").asString(), event.path("revision").asLong());
    given.add(one);
    places.given();
    follow(line, topicOf(one.conversation()));
    end(line);
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
      places.freed(agent(), place);
      line.send("{\"type\":\"conversation.close\",\"ref\":\"" + Mark.of(place.phase(), place.number())
          + "\",\"conversation\":\"" + one.conversation() + "\",\"revision\":" + one.revision() + "}");
      line.send("{\"type\":\"topic.unfollow\",\"topic\":\"" + topicOf(one.conversation()) + "\"}");
    }
  }
}
