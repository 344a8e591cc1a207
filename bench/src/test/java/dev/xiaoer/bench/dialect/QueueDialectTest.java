package dev.xiaoer.bench.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QueueDialectTest {

  private final Heard buyers = new Heard();
  private final Heard agents = new Heard();
  private final DeskPlaces places = new DeskPlaces();
  private final QueueBuyerTalk buyer = new QueueBuyerTalk("a-token", "http://127.0.0.1:1", places);
  private final QueueAgentTalk agent = new QueueAgentTalk("a-ticket", "http://127.0.0.1:1", places);

  private void buyerHears(String text) {
    buyer.heard(buyers, Text.of(text));
  }

  private void agentHears(String text) {
    agent.heard(agents, Text.of(text));
  }

  private void agentComes() {
    agentHears("{\"type\":\"welcome\",\"heartbeat\":25,\"topics\":[\"d:main:agent:li\"]}");
    agentHears("{\"type\":\"followed\",\"topic\":\"d:main:agent:li\",\"seq\":0,\"limited\":false}");
    agentHears("{\"type\":\"reply\",\"ref\":\"r\",\"topic\":\"d:main:agent:li\",\"seq\":1}");
  }

  private void isGiven(String conversation, int revision) {
    agentHears("{\"type\":\"event\",\"event\":{\"type\":\"conversation.given\",\"conversation\":\"" + conversation
        + "\",\"revision\":" + revision + "}}");
  }

  private static String assigned(String agent) {
    return "{\"type\":\"event\",\"topic\":\"c:abc:buyer\",\"seq\":3,\"event\":{\"type\":\"conversation.assigned\","
        + "\"agent\":{\"id\":\"" + agent + "\",\"name\":\"小李\"}}}";
  }

  @Test
  void aBuyerIsThereBeforeAskingForAnybody() {
    buyer.opened(buyers);
    buyerHears("{\"type\":\"welcome\",\"heartbeat\":25,\"topics\":[]}");
    assertThat(buyers.told).containsExactly("ready", "again after 25000");
    buyer.say(buyers, 3, 42);
    buyerHears("{\"type\":\"reply\",\"ref\":\"" + Mark.of(3, 42) + "\",\"topic\":\"c:abc:buyer\",\"seq\":2}");
    assertThat(buyers.told).last().isEqualTo("acknowledged 3/42");
    assertThat(buyers.sent.get(1)).contains("conversation.start").contains(Mark.of(3, 42));
    assertThat(buyers.sent.get(2)).contains("topic.follow").contains("c:abc:buyer");
  }

  @Test
  void whoGetsThePlaceThatBecameFreeIsToldOfIt() {
    agentComes();
    isGiven("first", 2);
    agent.say(agents, 3, 42);
    assertThat(agents.sent).anyMatch(frame -> frame.contains("conversation.close") && frame.contains("\"first\"")
        && frame.contains("\"revision\":2"));
    buyerHears(assigned("wang"));
    assertThat(buyers.told).as("another agent's place").isEmpty();
    buyerHears(assigned("li"));
    assertThat(buyers.told).containsExactly("delivered 3/42");
    buyerHears(assigned("li"));
    assertThat(buyers.told).as("one place, one buyer").hasSize(1);
  }

  @Test
  void anAgentWithoutAConversationEndsTheNextAsSoonAsItComes() {
    agentComes();
    agent.say(agents, 3, 1);
    assertThat(agents.sent).noneMatch(frame -> frame.contains("conversation.close"));
    isGiven("late", 5);
    assertThat(agents.sent).anyMatch(frame -> frame.contains("conversation.close") && frame.contains("\"late\""));
    assertThat(places.allGiven()).isEqualTo(1);
  }

  @Test
  void whereSomebodyStandsIsNoRefusalAndNothingElse() {
    buyerHears(
        "{\"type\":\"signal\",\"topic\":\"c:abc:buyer\",\"signal\":{\"type\":\"queue.position\",\"position\":7}}");
    assertThat(buyers.told).isEmpty();
    buyerHears("{\"type\":\"refusal\",\"code\":\"CLOSED\"}");
    assertThat(buyers.told.getFirst()).startsWith("refused");
  }
}
