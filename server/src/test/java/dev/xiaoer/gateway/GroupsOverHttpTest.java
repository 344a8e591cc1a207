package dev.xiaoer.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.accounts.StaffMembers;
import dev.xiaoer.desk.Answer;
import dev.xiaoer.desk.Browser;
import dev.xiaoer.desk.WithDesk;
import dev.xiaoer.gateway.DeskScene.Colleague;
import dev.xiaoer.protocol.CloseReason;
import dev.xiaoer.protocol.Frame.Role;
import dev.xiaoer.redis.Await;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@WithDesk
class GroupsOverHttpTest {

  private static final String GROUPS = "/api/v1/desk/groups";

  @LocalServerPort
  int port;

  @Autowired
  ApplicationContext desk;

  @Autowired
  StaffMembers members;

  private DeskScene scene;
  private Browser leader;
  private String group = "";

  @BeforeEach
  void open() {
    scene = new DeskScene(port, desk);
    leader = scene.member(Role.SUPERVISOR).browser();
    group = scene.group();
  }

  private JsonNode shown() {
    return leader.get(GROUPS).json().valueStream().filter(one -> one.path("group").asString().equals(group))
        .findFirst().orElseThrow();
  }

  private Answer settle(JsonNode rules) {
    return leader.put(GROUPS + "/" + group + "/rules", rules.toString());
  }

  @Test
  void whatASupervisorSettlesIsShownWithTheNextVersionAndAnOlderOneIsStale() {
    JsonNode found = shown();
    assertThat(found.path("name").path("zh").asString()).isEqualTo("列表");
    ObjectNode rules = (ObjectNode) found.path("rules");
    assertThat(rules.path("hangUp").path("limit").asLong()).isEqualTo(600);
    assertThat(rules.path("version").asLong()).isZero();
    rules.putObject("weights").put("a1", 30);
    ((ObjectNode) rules.path("hours").path("week")).putArray("MONDAY").addObject().put("from", "17:00")
        .put("to", "24:00");
    Answer saved = settle(rules);
    assertThat(saved.status()).as("%s", saved).isEqualTo(200);
    assertThat(saved.json().path("version").asLong()).isEqualTo(1);
    assertThat(shown().path("rules")).isEqualTo(saved.json());
    assertThat(saved.json().at("/hours/week/MONDAY/0/to").asString()).isEqualTo("00:00");
    assertThat(settle(rules).code()).isEqualTo("STALE");
    var again = (ObjectNode) saved.json();
    ((ObjectNode) again.path("signpost")).putArray("pages").add(group + "/*");
    again = (ObjectNode) settle(again).json();
    again.remove("signpost");
    assertThat(settle(again).json().at("/signpost/pages/0").asString()).as("left as it is").isEqualTo(group + "/*");
  }

  @Test
  void whatCannotBeIsRefusedAndTheFieldIsNamed() {
    refused("hangUp.warning", rules -> ((ObjectNode) rules.path("hangUp")).put("warning", 601));
    refused("overflow.group", rules -> rules.putObject("overflow").put("group", group).put("after", 30));
    refused("queue.most", rules -> ((ObjectNode) rules.path("queue")).put("most", 0));
    refused("hours.zone", rules -> ((ObjectNode) rules.path("hours")).put("zone", "Asia/Nowhere"));
    refused("hours.week[MONDAY][0].to", rules -> ((ObjectNode) rules.path("hours").path("week")).putArray("MONDAY")
        .addObject().put("from", "08:00").put("to", "25:00"));
    refused("group", rules -> rules.put("group", "demo"));
    refused("signpost.pages.a*b", rules -> ((ObjectNode) rules.path("signpost")).putArray("pages").add("a*b"));
    refused("weights.a1", rules -> rules.putObject("weights").put("a1", 101));
    assertThat(leader.put(GROUPS + "/nowhere/rules", shown().path("rules").toString()).status()).isEqualTo(404);
  }

  private interface Change {
    void of(ObjectNode rules);
  }

  private void refused(String field, Change change) {
    ObjectNode rules = (ObjectNode) shown().path("rules");
    change.of(rules);
    Answer answer = settle(rules);
    assertThat(answer.status()).as("%s %s", field, answer).isEqualTo(400);
    assertThat(answer.code()).as(field).isEqualTo("INVALID");
    assertThat(answer.json().path("field").asString()).isEqualTo(field);
  }

  @Test
  void anAgentWhoIsGivenAGroupTakesItsBuyersWithoutSigningInAgain() {
    Colleague agent = scene.member(Role.AGENT, scene.group());
    scene.online(agent);
    Cast.Visitor buyer = scene.asking(group, "在吗", null);
    Answer changed = leader.put("/api/v1/desk/members/" + agent.member().id(),
        "{\"groups\":[\"" + group + "\"],\"cap\":3,\"weights\":{\"" + group + "\":40}}");
    assertThat(changed.status()).as("%s", changed).isEqualTo(200);
    assertThat(changed.json().path("weights").path(group).asInt()).isEqualTo(40);
    assertThat(agent.socket().closedWith()).isEqualTo(CloseReason.COME_BACK.code());
    Await.until("the buyer has an agent", () -> DeskScene.listed(leader, "scope=team").contains(buyer.conversation()));
    assertThat(shown().path("members").path(0).path("weight").asInt()).isEqualTo(40);
    assertThat(Objects.requireNonNull(members.find(agent.member().id())).cap()).isEqualTo(3);
  }

  @Test
  void aMemberWorksInGroupsOfTheDeskOnly() {
    Colleague agent = scene.member(Role.AGENT, group);
    String path = "/api/v1/desk/members/" + agent.member().id();
    assertThat(leader.put(path, "{\"groups\":[\"nowhere\"],\"cap\":3,\"weights\":{}}").json().path("field")
        .asString()).isEqualTo("groups");
    assertThat(leader.put(path, "{\"groups\":[],\"cap\":3,\"weights\":{\"" + group + "\":3}}").json().path("field")
        .asString()).isEqualTo("weights");
    assertThat(leader.put(path, "{\"groups\":[],\"cap\":101,\"weights\":{}}").json().path("field").asString())
        .isEqualTo("cap");
    assertThat(leader.put("/api/v1/desk/members/nobody", "{\"groups\":[],\"cap\":1,\"weights\":{}}").status())
        .isEqualTo(404);
  }
}
