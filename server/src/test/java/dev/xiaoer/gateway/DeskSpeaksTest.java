package dev.xiaoer.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.accounts.StaffMember;
import dev.xiaoer.accounts.StaffMembers;
import dev.xiaoer.desk.Answer;
import dev.xiaoer.desk.Browser;
import dev.xiaoer.desk.WithDesk;
import dev.xiaoer.gateway.DeskScene.Colleague;
import dev.xiaoer.gateway.DeskScene.Talk;
import dev.xiaoer.protocol.Frame.Role;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/// What buyers and agents of the demo's desk hear of what it says by itself, through its own doors.
@WithDesk
class DeskSpeaksTest {

  @LocalServerPort
  int port;

  @Autowired
  ApplicationContext desk;

  @Autowired
  StaffMembers staff;

  private DeskScene scene;

  @BeforeEach
  void open() {
    scene = new DeskScene(port, desk);
  }

  private static JsonNode hears(Caller caller, String type, String field, String value) {
    return caller.hears(type, frame -> frame.path("event").path("type").asString("").equals(type)
        && frame.path("event").path(field).asString("").equals(value));
  }

  @Test
  void whoAsksTheDemosDeskIsToldThatTheWordsHaveComeAndTheAgentWhyTheDeskSaidSo() {
    Talk talk = scene.talk("这把壶多大");
    String conversation = talk.buyer().conversation();
    talk.buyer().socket().follows("c:" + conversation + ":buyer");
    JsonNode said = hears(talk.buyer().socket(), "message.posted", "author", "desk");
    assertThat(said.path("event").path("text").asString()).isEqualTo("亲，您的消息已收到，客服马上为您服务～");
    talk.agent().socket().follows("c:" + conversation + ":staff");
    JsonNode why = hears(talk.agent().socket(), "reply.explained", "rule", "welcome").path("event");
    assertThat(why.path("kind").asString()).isEqualTo("FIRST_RECEPTION");
    assertThat(why.path("seq").asLong()).isEqualTo(said.path("seq").asLong());
    JsonNode row = scene.member(Role.AGENT, talk.group()).browser()
        .get("/api/v1/desk/conversations?scope=team&group=" + talk.group()).json().path("conversations").path(0);
    assertThat(row.path("waitingSince").isNull()).as("nobody has answered").isFalse();
    assertThat(row.path("lastText").asString()).isEqualTo("这把壶多大");
  }

  @Test
  void whoAsksWhileNobodyIsThereIsToldSo() {
    Cast.Visitor buyer = scene.asking(scene.group(), "这把壶多大", null);
    buyer.socket().follows("c:" + buyer.conversation() + ":buyer");
    assertThat(hears(buyer.socket(), "message.posted", "author", "desk").path("event").path("text").asString())
        .contains("服务时间");
  }

  @Test
  void whoWaitsForAFreeAgentIsToldThePlace() {
    String group = scene.group();
    Colleague agent = scene.member(Role.AGENT, group);
    scene.online(agent);
    for (int i = 0; i < agent.member().cap(); i++) {
      scene.taken(agent, scene.asking(group, "第一批", null).conversation());
    }
    Cast.Visitor buyer = scene.asking(group, "这把壶多大", null);
    buyer.socket().follows("c:" + buyer.conversation() + ":buyer");
    assertThat(hears(buyer.socket(), "message.posted", "author", "desk").path("event").path("text").asString())
        .contains("第 1 位");
  }

  @Test
  void whatIsKnownIsSuggestedToWhoeverMayReadTheConversation() {
    Talk talk = scene.talk("请问运费多少钱呀");
    String path = "/api/v1/conversations/" + talk.buyer().conversation() + "/suggestions";
    for (Browser reader : List.of(talk.agent().browser(), scene.member(Role.AGENT, talk.group()).browser(),
        scene.member(Role.SUPERVISOR).browser())) {
      JsonNode suggested = reader.get(path).json();
      assertThat(suggested.path(0).path("id").asString()).as("%s", suggested).isEqualTo("freight");
      assertThat(suggested.path(0).path("question").asString()).isEqualTo("运费多少钱？");
      assertThat(suggested.path(0).path("answer").asString()).contains("满 99 元包邮");
      assertThat(suggested.path(0).path("score").asDouble()).isBetween(0.45, 1.0);
      assertThat(suggested.size()).isBetween(1, 3);
    }
    for (Browser stranger : List.of(scene.member(Role.AGENT, "presales").browser(), foreign())) {
      Answer answer = stranger.get(path);
      assertThat(answer.status()).as(answer.toString()).isEqualTo(404);
      assertThat(answer.code()).isEqualTo("NOT_FOUND");
      assertThat(answer.body()).doesNotContain("包邮");
    }
    Browser agent = talk.agent().browser();
    assertThat(agent.get("/api/v1/conversations/0123456789abcdefghijkl/suggestions").status()).isEqualTo(404);
    assertThat(agent.get("/api/v1/conversations/none/suggestions").status()).isEqualTo(404);
    Browser buyer = new Browser(port).with("Authorization", "Bearer " + talk.buyer().token());
    assertThat(buyer.get(path).status()).isEqualTo(403);
    assertThat(new Browser(port).get(path).status()).isEqualTo(401);
  }

  @Test
  void nothingIsSuggestedToWhatIsNotKnown() {
    Talk talk = scene.talk("昨天的月亮真圆");
    assertThat(talk.agent().browser().get("/api/v1/conversations/" + talk.buyer().conversation() + "/suggestions")
        .json()).isEmpty();
  }

  private Browser foreign() {
    String id = "foreign-" + Cast.ref().substring(0, 8);
    var member = new StaffMember(id, "another-desk", id, id, Role.SUPERVISOR, Set.of(), 1);
    assertThat(staff.create(member, "a kettle of spring water")).isTrue();
    return new Cast(port, desk).browser(member);
  }
}
