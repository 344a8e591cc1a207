package dev.xiaoer.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.desk.Browser;
import dev.xiaoer.desk.WithDesk;
import dev.xiaoer.gateway.DeskScene.Colleague;
import dev.xiaoer.orders.Order;
import dev.xiaoer.orders.Orders;
import dev.xiaoer.protocol.Frame.Role;
import dev.xiaoer.shops.Buyer;
import dev.xiaoer.shops.BuyerTokens;
import dev.xiaoer.shops.Customers;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/// Buyers who ask for no group come to the one that is settled for their page or their order.
@WithDesk
class SignpostsOverSocketsTest {

  private static final String GROUPS = "/api/v1/desk/groups";

  @LocalServerPort
  int port;

  @Autowired
  ApplicationContext desk;

  @Autowired
  Orders orders;

  @Autowired
  Customers customers;

  @Autowired
  BuyerTokens tokens;

  private DeskScene scene;
  private Cast cast;
  private Browser leader;
  private String group = "";

  @BeforeEach
  void open() {
    scene = new DeskScene(port, desk);
    cast = new Cast(port, desk);
    leader = scene.member(Role.SUPERVISOR).browser();
    group = scene.group();
  }

  private void settle(String signpost) {
    var rules = (ObjectNode) leader.get(GROUPS).json().valueStream()
        .filter(one -> one.path("group").asString().equals(group)).findFirst().orElseThrow().path("rules");
    rules.putRawValue("signpost", new RawValue(signpost));
    assertThat(leader.put(GROUPS + "/" + group + "/rules", rules.toString()).status()).isEqualTo(200);
  }

  /// @param more of the command
  private String starts(Caller socket, String more) {
    return socket.asks("\"conversation.start\",\"text\":\"在吗\"" + more).path("topic").asString().substring(2, 24);
  }

  /// A buyer the shop's server has vouched for.
  private Caller buyer(String customer) {
    var buyer = new Buyer("k-" + customer, "demo", "王女士");
    customers.remember(buyer, customer);
    return cast.asBuyer(tokens.issue(buyer));
  }

  private List<String> waiting() {
    Colleague agent = scene.member(Role.AGENT, group);
    return DeskScene.listed(agent.browser(), "scope=waiting");
  }

  @Test
  void aPageOfTheShopLeadsToItsGroupUnlessTheBuyerChoosesAnother() {
    settle("{\"orders\":[],\"pages\":[\"" + group + "/*\"]}");
    String shown = starts(cast.buyer().socket(), ",\"page\":\"" + group + "/refund\"");
    String chosen = starts(cast.buyer().socket(),
        ",\"page\":\"" + group + "/refund\",\"group\":\"" + scene.group() + "\"");
    String elsewhere = starts(cast.buyer().socket(), ",\"page\":\"elsewhere\"");
    assertThat(waiting()).contains(shown).doesNotContain(chosen, elsewhere);
  }

  @Test
  void howFarTheYoungestOrderHasComeLeadsToAGroup() {
    settle("{\"orders\":[\"RECEIVED\"],\"pages\":[]}");
    String customer = "signpost-" + group;
    orders.save(new Order(group + "-1", "demo", customer, Instant.parse("2026-01-01T08:00:00Z"), Order.State.PAID,
        List.of(new Order.Item("tea", "茶", 1, 100))));
    String early = starts(buyer(customer), "");
    orders.save(new Order(group + "-2", "demo", customer + "2", Instant.parse("2026-01-02T08:00:00Z"),
        Order.State.RECEIVED, List.of(new Order.Item("tea", "茶", 1, 100))));
    String late = starts(buyer(customer + "2"), "");
    String unknown = starts(cast.buyer().socket(), "");
    try {
      assertThat(waiting()).contains(late).doesNotContain(early, unknown);
    } finally {
      settle("{\"orders\":[],\"pages\":[]}");
    }
  }

  @Test
  void aPageWithoutEndIsRefused() {
    String start = "\"conversation.start\",\"text\":\"在吗\",\"page\":\"" + "p".repeat(101) + '"';
    assertThat(cast.buyer().socket().asks(start).path("code").asString()).isEqualTo("INVALID");
  }
}
