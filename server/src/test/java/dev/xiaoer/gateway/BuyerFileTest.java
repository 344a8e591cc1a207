package dev.xiaoer.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.accounts.StaffMember;
import dev.xiaoer.accounts.StaffMembers;
import dev.xiaoer.desk.Answer;
import dev.xiaoer.desk.Browser;
import dev.xiaoer.desk.WithDesk;
import dev.xiaoer.gateway.DeskScene.Colleague;
import dev.xiaoer.protocol.Frame.Role;
import dev.xiaoer.redis.Await;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@WithDesk
class BuyerFileTest {

  private static final AtomicInteger people = new AtomicInteger();

  @LocalServerPort
  int port;

  @Autowired
  ApplicationContext desk;

  @Autowired
  StaffMembers staff;

  private DeskScene scene;
  private Colleague leader;

  @BeforeEach
  void open() {
    scene = new DeskScene(port, desk);
    leader = scene.member(Role.SUPERVISOR);
  }

  @Test
  void aKnownBuyersOrdersAndConversationsAreShown() {
    Cast.Visitor buyer = scene.asking("aftersales", "杯子碎了，电话13800138000", scene.identityOf("1001"));
    JsonNode file = file(leader.browser(), buyer.conversation()).json();
    assertThat(file.path("id").asString()).startsWith("k-");
    assertThat(file.path("name").asString()).isEqualTo("王小满");
    assertThat(file.path("known").asBoolean()).isTrue();
    assertThat(file.path("shop").path("name").asString()).isEqualTo("小二茶具");
    assertThat(file.path("orders").valueStream().map(order -> order.path("number").asString()))
        .containsExactly("XD20260001", "XD20260002");
    JsonNode order = file.path("orders").path(0);
    assertThat(order.path("total").asLong()).isEqualTo(12_800 + 2 * 4_500);
    assertThat(order.path("state").asString()).isEqualTo("PAID");
    assertThat(order.path("items").path(0).path("picture").asString()).isEqualTo("/demo/pictures/gaiwan-white.svg");
    assertThat(order.path("items").path(1).path("quantity").asInt()).isEqualTo(2);
    JsonNode latest = file.path("conversations").path(0);
    assertThat(latest.path("conversation").asString()).isEqualTo(buyer.conversation());
    assertThat(latest.path("lastText").asString()).isEqualTo("杯子碎了，电话138****8000");
    assertThat(latest.path("openedAt").asLong()).isPositive();
    assertThat(latest.path("closedAt").isNull()).isTrue();
  }

  @Test
  void earlierConversationsStayWithTheirBuyer() {
    String group = scene.group();
    Colleague agent = scene.member(Role.AGENT, group);
    Cast.Visitor buyer = scene.asking(group, "第一次", null);
    scene.online(agent);
    scene.says(agent, buyer.conversation(), "好的");
    scene.closes(agent, buyer.conversation());
    String second = scene.asks(buyer.socket(), group, "第二次");
    JsonNode file = file(agent.browser(), second).json();
    assertThat(file.path("known").asBoolean()).isFalse();
    assertThat(file.path("orders").isEmpty()).isTrue();
    assertThat(file.path("conversations").valueStream().map(one -> one.path("conversation").asString()))
        .containsExactly(second, buyer.conversation());
    JsonNode earlier = file.path("conversations").path(1);
    assertThat(earlier.path("closedAt").asLong()).isGreaterThanOrEqualTo(earlier.path("openedAt").asLong());
    assertThat(earlier.path("agent").asString()).isEqualTo("演员");
    assertThat(earlier.path("lastText").asString()).isEqualTo("好的");
    Await.until("the second is somebody's",
        () -> !file(agent.browser(), second).json().path("conversations").path(0).path("agent").isNull());
  }

  @Test
  void buyerInfoNeverContainsAToken() {
    Cast.Visitor buyer = scene.asking("aftersales", "在吗", scene.identityOf("1002"));
    for (String path : List.of("/api/v1/conversations/" + buyer.conversation() + "/buyer",
        "/api/v1/desk/conversations?scope=waiting", "/api/v1/desk/conversations?scope=team", "/api/v1/staff/me/desk")) {
      Answer answer = leader.browser().get(path);
      assertThat(answer.status()).as(path).isEqualTo(200);
      assertThat(answer.body()).as(path).doesNotContain(buyer.token()).doesNotContain("\"token\"")
          .doesNotContain("password");
    }
  }

  @Test
  void aForeignIdIsNotFound() {
    Cast.Visitor buyer = scene.asking("aftersales", "在吗", null);
    Browser otherGroup = scene.member(Role.AGENT, "presales").browser();
    String foreignId = "file-" + people.incrementAndGet();
    var foreigner = new StaffMember(foreignId, "file-desk", foreignId, "外人", Role.ADMIN, Set.of("aftersales"), 1);
    assertThat(staff.create(foreigner, "a kettle of spring water")).isTrue();
    Browser otherDesk = new Cast(port, desk).browser(foreigner);
    assertThat(file(leader.browser(), buyer.conversation()).status()).isEqualTo(200);
    for (Answer answer : List.of(
        file(otherGroup, buyer.conversation()),
        file(otherDesk, buyer.conversation()),
        file(leader.browser(), "0123456789abcdefghijkl"),
        file(leader.browser(), "short"),
        file(leader.browser(), "a".repeat(300)))) {
      assertThat(answer.status()).as(answer.toString()).isEqualTo(404);
      assertThat(answer.code()).isEqualTo("NOT_FOUND");
    }
  }

  private static Answer file(Browser browser, String conversation) {
    return browser.get("/api/v1/conversations/" + conversation + "/buyer");
  }
}
