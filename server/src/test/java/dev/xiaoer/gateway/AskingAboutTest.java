package dev.xiaoer.gateway;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.desk.WithDesk;
import dev.xiaoer.orders.Order;
import dev.xiaoer.orders.Orders;
import dev.xiaoer.shops.Buyer;
import dev.xiaoer.shops.BuyerTokens;
import dev.xiaoer.shops.Buyers;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/// A conversation begins with what it is about.
@WithDesk
class AskingAboutTest {

  private static final String GAIWAN = "{\"type\":\"product\",\"product\":\"gaiwan-white\"}";
  private static final String ORDER = "{\"type\":\"order\",\"order\":\"XD20260001\"}";

  @LocalServerPort
  int port;

  @Autowired
  ApplicationContext desk;

  @Autowired
  Orders orders;

  @Autowired
  Buyers buyers;

  @Autowired
  BuyerTokens tokens;

  private Cast cast;

  @BeforeEach
  void open() {
    cast = new Cast(port, desk);
  }

  private static JsonNode starts(Caller socket, String about) {
    return socket.asks("\"conversation.start\",\"group\":\"" + Cast.OWN_GROUP + "\",\"text\":\"几时发货\",\"about\":"
        + about);
  }

  /// What the log of the conversation begins with.
  private static List<JsonNode> log(Caller socket, JsonNode reply, int events) {
    socket.follows(reply.path("topic").asString());
    return IntStream.range(0, events).mapToObj(i -> socket.hearsType("event").path("event")).toList();
  }

  @Test
  void whatIsAskedAboutStandsBeforeTheWordsAsItLookedThen() {
    Caller anna = cast.buyer().socket();
    JsonNode reply = starts(anna, "[" + GAIWAN + "," + ORDER + "]");
    assertThat(reply.path("seq").asInt()).isEqualTo(2);
    List<JsonNode> log = log(anna, reply, 2);
    JsonNode about = log.getFirst().path("about");
    assertThat(about.get(0).path("type").asString()).isEqualTo("product");
    assertThat(about.get(0).path("name").asString()).isNotBlank();
    assertThat(about.get(1).path("number").asString()).isEqualTo("XD20260001");
    assertThat(about.get(1).path("verified").asBoolean()).as("somebody else's").isFalse();
    assertThat(about.get(1).path("total").isNull()).as("somebody else's").isTrue();
    assertThat(log.getLast().path("text").asString()).isEqualTo("几时发货");
  }

  @Test
  void anOrderIsShownInFullToItsCustomer() {
    orders.save(new Order("XD-of-shen", "demo", "shen", Instant.parse("2026-01-01T08:00:00Z"), Order.State.PAID,
        List.of(new Order.Item("gaiwan-white", "白瓷盖碗", 1, 12_800))));
    Caller shen = cast.asBuyer(tokens.issue(new Buyer(requireNonNull(buyers.idOf("demo", "shen")), "demo", "沈先生")));
    JsonNode reply = starts(shen, "[{\"type\":\"order\",\"order\":\"XD-of-shen\"}]");
    JsonNode about = log(shen, reply, 1).getFirst().path("about").get(0);
    assertThat(about.path("verified").asBoolean()).isTrue();
    assertThat(about.path("title").asString()).isEqualTo("白瓷盖碗");
  }

  @Test
  void aProductTheShopDoesNotHaveKeepsNobodyFromAsking() {
    Caller anna = cast.buyer().socket();
    JsonNode reply = starts(anna, "[{\"type\":\"product\",\"product\":\"sold-last-year\"}]");
    assertThat(log(anna, reply, 1).getFirst().path("about").isNull()).isTrue();
  }

  @Test
  void whoTalksAlreadyGoesOnWithoutIt() {
    Caller anna = cast.buyer().socket();
    JsonNode first = starts(anna, "[]");
    JsonNode second = starts(anna, "[" + GAIWAN + "]");
    assertThat(second.path("topic")).isEqualTo(first.path("topic"));
    assertThat(second.path("seq").asInt()).isGreaterThan(2);
  }

  @Test
  void moreThanTwoThingsAreRefused() {
    Caller anna = cast.buyer().socket();
    assertThat(starts(anna, "[" + ORDER + "," + ORDER + "," + ORDER + "]").path("code").asString())
        .isEqualTo("INVALID");
    assertThat(starts(anna, "[null]").path("code").asString()).isEqualTo("INVALID");
  }
}
