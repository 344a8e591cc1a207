package dev.xiaoer.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.desk.Answer;
import dev.xiaoer.desk.Browser;
import dev.xiaoer.desk.WithDesk;
import dev.xiaoer.protocol.Frame.Role;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/// Who may take back, read, follow and close what; each name is that of a hole that somebody's chat once had.
@WithDesk
class SecondThoughtsTest {

  @LocalServerPort
  int port;

  @Autowired
  ApplicationContext desk;

  private Cast cast;

  @BeforeEach
  void call() {
    cast = new Cast(port, desk);
  }

  private static String ask(Caller caller, String command) {
    String ref = Cast.ref();
    JsonNode answer = caller.says("{\"ref\":\"" + ref + "\"," + command.substring(1)).hearsAbout(ref);
    return answer.path("code").asString(answer.path("type").asString());
  }

  private static String recall(String conversation, int seq) {
    return "{\"type\":\"message.recall\",\"conversation\":\"" + conversation + "\",\"seq\":" + seq + "}";
  }

  private static String follow(String topic) {
    return "{\"type\":\"topic.follow\",\"topic\":\"" + topic + "\",\"have\":null,\"last\":10}";
  }

  private Answer events(Browser browser, String conversation, String query) {
    return browser.get("/api/v1/conversations/" + conversation + "/events?" + query);
  }

  private Browser bearer(Cast.Visitor buyer) {
    return new Browser(port).with("Authorization", "Bearer " + buyer.token());
  }

  private static List<String> types(Answer page) {
    return page.json().path("events").valueStream().map(frame -> frame.path("event").path("type").asString()).toList();
  }

  @Test
  void aBuyerEditsOnlyOwnMessages() {
    Cast.Visitor anna = cast.asking();
    Cast.Visitor bo = cast.asking();
    assertThat(ask(bo.socket(), recall(anna.conversation(), 2))).isEqualTo("NOT_FOUND");
    assertThat(ask(anna.socket(), recall(anna.conversation(), 1))).isEqualTo("NOT_FOUND");
    assertThat(ask(anna.socket(), recall(anna.conversation(), 99))).isEqualTo("NOT_FOUND");
    assertThat(ask(anna.socket(), recall(anna.conversation(), 2))).isEqualTo("reply");
    assertThat(ask(anna.socket(), recall(anna.conversation(), 2))).isEqualTo("NOT_FOUND");
    Answer read = events(bearer(anna), anna.conversation(), "topic=buyer");
    assertThat(types(read).subList(0, 2)).containsExactly("conversation.opened", "message.withdrawn");
    assertThat(types(read)).contains("message.recalled");
    assertThat(read.body()).doesNotContain("在吗");
  }

  @Test
  void whatWasTakenBackIsShownToWhoLeadsAndThatIsWrittenDown() {
    Cast.Visitor anna = cast.asking();
    assertThat(ask(anna.socket(), recall(anna.conversation(), 2))).isEqualTo("reply");
    String path = "/api/v1/conversations/" + anna.conversation() + "/recalled";
    assertThat(cast.browser(Role.AGENT, Cast.OWN_GROUP).get(path).status()).isEqualTo(403);
    Browser lead = cast.browser(Role.SUPERVISOR, Cast.OWN_GROUP);
    JsonNode shown = lead.get(path).json().path("messages");
    assertThat(shown.size()).isEqualTo(1);
    assertThat(shown.get(0).path("seq").asInt()).isEqualTo(2);
    assertThat(shown.get(0).path("author").asString()).isEqualTo("buyer");
    assertThat(shown.get(0).path("event").path("text").asString()).isEqualTo("在吗");
    assertThat(types(events(lead, anna.conversation(), "topic=staff"))).contains("recalled.shown");
  }

  @Test
  void aContactIsShownWhenThatIsWrittenDown() {
    Cast.Visitor anna = cast.buyer();
    String ref = Cast.ref();
    String conversation = anna.socket().says("""
        {"type":"conversation.start","ref":"%s","group":"%s","text":"没人吗","contact":"138 0000 0000"}"""
        .formatted(ref, Cast.OWN_GROUP)).hearsAbout(ref).path("topic").asString().substring(2, 24);
    Browser agent = cast.browser(Role.AGENT, Cast.OWN_GROUP);
    String path = "/api/v1/conversations/" + conversation + "/reveals";
    assertThat(agent.post(path, "{\"seq\":null,\"what\":\"CONTACT\"}").json().path("text").asString())
        .isEqualTo("138 0000 0000");
    assertThat(agent.post(path, "{\"seq\":2,\"what\":\"PHONE\"}").json().path("text").isNull()).isTrue();
    assertThat(agent.post(path, "{\"seq\":99,\"what\":\"PHONE\"}").status()).isEqualTo(404);
    assertThat(cast.browser(Role.AGENT, Cast.OTHER_GROUP).post(path, "{\"seq\":null,\"what\":\"CONTACT\"}").status())
        .isEqualTo(404);
    Answer staff = events(agent, conversation, "topic=staff");
    assertThat(types(staff).stream().filter("sensitive.revealed"::equals)).hasSize(2);
    assertThat(types(staff)).contains("contact.left");
    assertThat(events(bearer(anna), conversation, "topic=buyer").body()).doesNotContain("138 0000");
    assertThat(events(bearer(anna), conversation, "topic=staff").status()).isEqualTo(404);
  }

  @Test
  void olderEventsAreReadPageByPage() {
    Cast.Visitor anna = cast.asking();
    for (int i = 0; i < 5; i++) {
      assertThat(ask(anna.socket(), "{\"type\":\"message.post\",\"conversation\":\"" + anna.conversation()
          + "\",\"text\":\"" + i + "\"}")).isEqualTo("reply");
    }
    Browser browser = bearer(anna);
    JsonNode last = events(browser, anna.conversation(), "topic=buyer&limit=3").json();
    long from = last.path("from").asLong();
    assertThat(last.path("events").get(0).path("seq").asLong()).isEqualTo(from);
    JsonNode older = events(browser, anna.conversation(), "topic=buyer&limit=3&before=" + from).json();
    assertThat(older.path("events").valueStream().map(frame -> frame.path("seq").asLong()))
        .containsExactly(from - 3, from - 2, from - 1);
    assertThat(events(browser, anna.conversation(), "topic=buyer&limit=200").json().path("from").asLong())
        .isEqualTo(1);
    for (String wrong : List.of("topic=buyer&limit=0", "topic=buyer&limit=201", "topic=buyer&before=0", "topic=mine",
        "limit=3", "topic=buyer&before=x")) {
      assertThat(events(browser, anna.conversation(), wrong).status()).as(wrong).isEqualTo(400);
    }
  }

  @Test
  void aForeignIdIsNotFound() {
    Cast.Visitor anna = cast.asking();
    Cast.Visitor bo = cast.asking();
    String c = "\"conversation\":\"" + anna.conversation() + "\"";
    for (String command : List.of("{\"type\":\"message.post\"," + c + ",\"text\":\"x\"}",
        "{\"type\":\"attachment.post\"," + c + ",\"attachment\":\"x\"}", recall(anna.conversation(), 2),
        "{\"type\":\"card.post\"," + c + ",\"card\":{\"type\":\"product\",\"product\":\"gaiwan-white\"}}",
        "{\"type\":\"rating.give\"," + c + ",\"stars\":1,\"comment\":null}",
        "{\"type\":\"conversation.start\",\"text\":\"x\",\"previous\":\"" + anna.conversation() + "\"}")) {
      assertThat(ask(bo.socket(), command)).as(command).isEqualTo("NOT_FOUND");
    }
    assertThat(events(bearer(bo), anna.conversation(), "topic=buyer").status()).isEqualTo(404);
    assertThat(events(cast.browser(Role.AGENT, Cast.OTHER_GROUP), anna.conversation(), "topic=buyer").status())
        .isEqualTo(404);
    assertThat(events(bearer(bo), "AAAAAAAAAAAAAAAAAAAAAA", "topic=buyer").status()).isEqualTo(404);
  }

  @Test
  void followingATopicChecksOwnership() {
    Cast.Visitor anna = cast.asking();
    Cast.Visitor bo = cast.asking();
    String topic = "c:" + anna.conversation() + ":buyer";
    assertThat(ask(bo.socket(), follow(topic))).isEqualTo("NOT_FOUND");
    for (String staffs : List.of("c:" + anna.conversation() + ":staff", "d:demo:agent:ci",
        "d:demo:group:" + Cast.OWN_GROUP)) {
      assertThat(ask(anna.socket(), follow(staffs))).as(staffs).isEqualTo("NOT_FOUND");
    }
    assertThat(ask(anna.socket(), follow(topic))).isEqualTo("followed");
    try (Caller agent = cast.asStaff(cast.member(Role.AGENT, Cast.OWN_GROUP));
        Caller stranger = cast.asStaff(cast.member(Role.AGENT, Cast.OTHER_GROUP));
        Caller lead = cast.asStaff(cast.member(Role.SUPERVISOR))) {
      assertThat(ask(stranger, follow(topic))).isEqualTo("NOT_FOUND");
      for (String other : List.of("d:demo:group:" + Cast.OTHER_GROUP, "d:another:group:" + Cast.OWN_GROUP)) {
        assertThat(ask(agent, follow(other))).as(other).isEqualTo("NOT_FOUND");
      }
      assertThat(ask(agent, follow("d:demo:group:" + Cast.OWN_GROUP))).isEqualTo("followed");
      assertThat(agent.hearsType("signal").path("signal").path("type").asString()).isEqualTo("group.changed");
      assertThat(ask(lead, follow("d:demo:group:" + Cast.OTHER_GROUP))).isEqualTo("followed");
    }
  }

  @Test
  void aForeignTokenClosesNothing() {
    Cast.Visitor anna = cast.asking();
    String close = "{\"type\":\"conversation.close\",\"conversation\":\"" + anna.conversation() + "\",\"revision\":1}";
    assertThat(ask(cast.buyer().socket(), close)).isEqualTo("UNKNOWN_TYPE");
    try (Caller stranger = cast.asStaff(cast.member(Role.AGENT, Cast.OTHER_GROUP))) {
      assertThat(ask(stranger, close)).isEqualTo("NOT_FOUND");
    }
    assertThat(ask(anna.socket(), "{\"type\":\"message.post\",\"conversation\":\"" + anna.conversation()
        + "\",\"text\":\"还开着\"}")).isEqualTo("reply");
  }

  @Test
  void aNoteMentionsOnlyColleaguesWhoMaySeeIt() {
    Cast.Visitor anna = cast.asking();
    String seeing = cast.member(Role.AGENT, Cast.OWN_GROUP).id();
    String blind = cast.member(Role.AGENT, Cast.OTHER_GROUP).id();
    String note = "{\"type\":\"note.post\",\"conversation\":\"" + anna.conversation()
        + "\",\"text\":\"看一下\",\"mentions\":[\"%s\"]}";
    try (Caller agent = cast.asStaff(cast.member(Role.AGENT, Cast.OWN_GROUP))) {
      assertThat(ask(agent, note.formatted(blind))).isEqualTo("INVALID");
      assertThat(ask(agent, note.formatted("nobody"))).isEqualTo("INVALID");
      assertThat(ask(agent, note.formatted(seeing))).isEqualTo("reply");
    }
  }

  @Test
  void anOrderIsShownInFullToItsCustomerOnly() {
    JsonNode card = order(cast.asking());
    assertThat(card.path("verified").asBoolean()).isFalse();
    assertThat(card.path("total").isNull()).isTrue();
    assertThat(card.path("title").isNull()).isTrue();

    var scene = new DeskScene(port, desk);
    JsonNode other = order(scene.asking(Cast.OWN_GROUP, "我的呢", scene.identityOf("1002")));
    assertThat(other.path("verified").asBoolean()).isFalse();
    JsonNode own = order(scene.asking(Cast.OWN_GROUP, "几时发货", scene.identityOf("1001")));
    assertThat(own.path("verified").asBoolean()).isTrue();
    assertThat(own.path("number").asString()).isEqualTo("XD20260001");
    assertThat(own.path("state").asString()).isEqualTo("PAID");
    assertThat(own.path("total").asLong()).isEqualTo(12_800 + 2 * 4_500);
    assertThat(own.path("quantity").asInt()).isEqualTo(3);
    assertThat(own.path("title").asString()).isNotBlank();
    assertThat(own.path("picture").asString()).isEqualTo("/demo/pictures/gaiwan-white.svg");
  }

  /// The card that comes of showing the order XD20260001.
  private JsonNode order(Cast.Visitor buyer) {
    assertThat(ask(buyer.socket(), "{\"type\":\"card.post\",\"conversation\":\"" + buyer.conversation()
        + "\",\"card\":{\"type\":\"order\",\"order\":\"XD20260001\"}}")).isEqualTo("reply");
    return events(bearer(buyer), buyer.conversation(), "topic=buyer").json().path("events").valueStream()
        .filter(frame -> frame.path("event").path("type").asString().equals("card.posted")).findFirst().orElseThrow()
        .path("event").path("card");
  }

  @Test
  void whoOnlyReadsDoesNotSeemToAnswer() {
    var scene = new DeskScene(port, desk);
    String group = scene.group();
    DeskScene.Colleague agent = scene.member(Role.AGENT, group);
    scene.online(agent);
    Cast.Visitor anna = scene.asking(group, "在吗", null);
    scene.taken(agent, anna.conversation());
    assertThat(ask(anna.socket(), follow("c:" + anna.conversation() + ":buyer"))).isEqualTo("followed");
    String about = "\"conversation\":\"" + anna.conversation() + "\"";
    Caller lead = scene.member(Role.SUPERVISOR).socket();
    for (String hint : List.of("{\"type\":\"typing\"," + about + "}", "{\"type\":\"read\",\"seq\":2," + about + "}",
        "{\"type\":\"received\",\"seq\":2," + about + "}")) {
      assertThat(lead.says(hint).hearsType("refusal").path("code").asString()).as(hint).isEqualTo("FORBIDDEN");
    }
    agent.socket().says("{\"type\":\"typing\"," + about + "}");
    JsonNode first = anna.socket().hears("somebody", frame -> frame.path("signal").has("author"));
    assertThat(first.path("signal").path("author").asString()).isEqualTo("agent:" + agent.member().id());
  }
}
