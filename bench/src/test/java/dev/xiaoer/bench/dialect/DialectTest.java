package dev.xiaoer.bench.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DialectTest {

  private static final String MARK = Mark.of(3, 42);
  private static final Seat BUYER = new Seat.Buyer(12, 5);
  private static final Seat AGENT = new Seat.Agent(5);

  private final Heard line = new Heard();

  private void hears(Talk talk, String text) {
    talk.heard(line, Text.of(text));
  }

  @Test
  void theBareDialectTellsAcknowledgementsFromDeliveries() {
    Talk talk = new BareDialect().talk(BUYER);
    hears(talk, "{\"type\":\"welcome\"}");
    hears(talk, "{\"type\":\"ack\",\"id\":\"1-0\",\"ref\":\"" + MARK + "\"}");
    hears(talk, "{\"type\":\"message\",\"from\":\"1\",\"ref\":\"" + MARK + "\"}");
    assertThat(line.told).containsExactly("ready", "acknowledged 3/42", "delivered 3/42");
  }

  @Test
  void anUnknownBareFrameIsTold() {
    hears(new BareDialect().talk(BUYER), "{\"type\":\"oops\"}");
    assertThat(line.told).containsExactly("refused {\"type\":\"oops\"}");
  }

  @Test
  void socketIoSignsInAnswersPingsAndRecognisesItsPackets() {
    Talk talk = new SocketIoDialect().talk(BUYER);
    hears(talk, "0{\"sid\":\"x\",\"pingInterval\":25000}");
    hears(talk, "40{\"sid\":\"y\"}");
    hears(talk, "42[\"welcome\"]");
    hears(talk, "2");
    hears(talk, "4342[{\"ref\":\"" + MARK + "\"}]");
    assertThat(line.sent).containsExactly("40{\"role\":\"buyer\",\"id\":\"12\",\"agent\":\"5\"}", "3");
    assertThat(line.told).containsExactly("ready", "acknowledged 3/42");
    hears(new SocketIoDialect().talk(AGENT), "42[\"message\",{\"ref\":\"" + MARK + "\"}]");
    assertThat(line.told).last().isEqualTo("delivered 3/42");
  }

  @Test
  void socketIoAsksForAnAcknowledgementOfEachMessage() {
    new SocketIoDialect().talk(BUYER).say(line, 3, 42);
    assertThat(line.sent.getFirst()).startsWith("4242[\"message.post\",{\"ref\":\"" + MARK + "\"").endsWith("}]");
  }

  @Test
  void stompAsksUntilItHearsItselfAndIsReadyOnce() {
    Talk talk = new StompDialect().talk(BUYER);
    talk.opened(line);
    hears(talk, "CONNECTED\nversion:1.2\n\n\0");
    talk.again(line);
    hears(talk, "MESSAGE\ndestination:/queue/buyer.12\n\n{\"queue\":\"buyer.12\"}\0");
    hears(talk, "MESSAGE\ndestination:/queue/buyer.12\n\n{\"queue\":\"buyer.12\"}\0");
    talk.again(line);
    hears(talk, "MESSAGE\ndestination:/queue/buyer.12\n\n{\"id\":\"1-0\",\"ref\":\"" + MARK + "\"}\0");
    assertThat(line.sent).hasSize(4).allMatch(frame -> frame.endsWith("\0"));
    assertThat(line.told)
        .containsExactly("again after 500", "again after 500", "ready", "acknowledged 3/42");
  }

  @Test
  void aBuyerOfTheDeskStartsFollowsAndResumesFromWhatItHas() {
    var buyer = new DeskBuyer(12, "a-token");
    Talk talk = new DeskBuyerTalk(buyer, "http://127.0.0.1:1", "");
    talk.opened(line);
    hears(talk, "{\"type\":\"welcome\",\"connection\":\"x\",\"heartbeat\":25,\"topics\":[]}");
    hears(talk, "{\"type\":\"reply\",\"ref\":\"r\",\"topic\":\"c:abc:buyer\",\"seq\":2,\"id\":\"i2\",\"ts\":1}");
    hears(talk, "{\"type\":\"event\",\"topic\":\"c:abc:buyer\",\"seq\":3,\"id\":\"i3\",\"ts\":1,\"event\":{}}");
    hears(talk, "{\"type\":\"followed\",\"ref\":\"r\",\"topic\":\"c:abc:buyer\",\"seq\":3,\"limited\":false}");
    talk.say(line, 3, 42);
    assertThat(line.sent.get(1)).contains("conversation.start");
    assertThat(line.sent.get(2)).contains("topic.follow").doesNotContain("have");
    assertThat(line.sent.get(3)).contains("\"conversation\":\"abc\"").contains("\"ref\":\"" + MARK + "\"");
    assertThat(line.told).containsExactly("ready", "again after 25000");

    Talk again = new DeskBuyerTalk(buyer, "http://127.0.0.1:1", "");
    hears(again, "{\"type\":\"welcome\",\"heartbeat\":25,\"topics\":[\"c:abc:buyer\"]}");
    assertThat(line.sent).last().asString().contains("\"have\":{\"seq\":3,\"id\":\"i3\"}");
  }

  @Test
  void aBuyersOwnMessageComingBackIsNoAcknowledgement() {
    Talk talk = new DeskBuyerTalk(new DeskBuyer(1, "t"), "", "");
    hears(talk, "{\"type\":\"event\",\"topic\":\"c:abc:buyer\",\"event\":{\"text\":\"" + MARK + "\"}}");
    hears(talk, "{\"type\":\"reply\",\"ref\":\"" + MARK + "\",\"topic\":\"c:abc:buyer\",\"seq\":4}");
    assertThat(line.told).containsExactly("acknowledged 3/42");
  }

  @Test
  void anAgentOfTheDeskGoesOnlineAndFollowsWhatItIsGiven() {
    var given = new java.util.concurrent.atomic.AtomicInteger();
    Talk talk = new DeskAgentTalk("ticket", "", given);
    hears(talk, "{\"type\":\"welcome\",\"heartbeat\":25,\"topics\":[\"d:main:agent:a\"]}");
    hears(talk, "{\"type\":\"followed\",\"topic\":\"d:main:agent:a\",\"seq\":0,\"limited\":false}");
    hears(talk, "{\"type\":\"reply\",\"ref\":\"r\",\"topic\":\"d:main:agent:a\",\"seq\":1}");
    hears(talk, "{\"type\":\"event\",\"event\":{\"type\":\"conversation.given\",\"conversation\":\"abc\"}}");
    hears(talk, "{\"type\":\"followed\",\"topic\":\"c:abc:buyer\",\"seq\":2,\"limited\":false}");
    hears(talk, "{\"type\":\"event\",\"event\":{\"type\":\"message.posted\",\"text\":\"" + MARK + " 在吗\"}}");
    assertThat(line.told).containsExactly("ready", "again after 25000", "delivered 3/42");
    assertThat(line.sent.get(1)).contains("ONLINE");
    assertThat(line.sent.get(2)).contains("c:abc:buyer");
    assertThat(given).hasValue(1);
  }
}
