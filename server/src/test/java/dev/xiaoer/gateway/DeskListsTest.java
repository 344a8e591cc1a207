package dev.xiaoer.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.accounts.StaffMember;
import dev.xiaoer.accounts.StaffMembers;
import dev.xiaoer.conversation.Opening;
import dev.xiaoer.conversation.Outcome;
import dev.xiaoer.desk.Answer;
import dev.xiaoer.desk.Browser;
import dev.xiaoer.desk.WithDesk;
import dev.xiaoer.gateway.DeskScene.Colleague;
import dev.xiaoer.protocol.ForBuyer.BuyerCard;
import dev.xiaoer.protocol.Frame.Role;
import dev.xiaoer.protocol.Ref;
import dev.xiaoer.protocol.Topic;
import dev.xiaoer.redis.Await;
import dev.xiaoer.routing.Reception;
import dev.xiaoer.shops.Buyer;
import dev.xiaoer.shops.BuyerTokens;
import java.util.ArrayList;
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
class DeskListsTest {

  private static final AtomicInteger people = new AtomicInteger();

  @LocalServerPort
  int port;

  @Autowired
  ApplicationContext desk;

  @Autowired
  StaffMembers staff;

  @Autowired
  BuyerTokens tokens;

  private DeskScene scene;
  private String group;

  @BeforeEach
  void open() {
    scene = new DeskScene(port, desk);
    group = scene.group();
  }

  @Test
  void whoWaitsLongestIsListedFirstAndMasked() {
    Colleague agent = scene.member(Role.AGENT, group);
    String first = scene.asking(group, "我的手机 138 0013 8000，\\n急", null).conversation();
    String second = scene.asking(group, "茶".repeat(100), null).conversation();

    JsonNode page = list(agent, "scope=waiting");
    assertThat(ids(page)).containsExactly(first, second);
    JsonNode row = page.path("conversations").path(0);
    assertThat(row.path("lastText").asString()).isEqualTo("我的手机 138 **** 8000， 急");
    assertThat(row.path("agent").isNull()).isTrue();
    assertThat(row.path("state").asString()).isEqualTo("WAITING");
    assertThat(row.path("shop").asString()).isEqualTo("demo");
    assertThat(row.path("group").asString()).isEqualTo(group);
    assertThat(row.path("buyer").path("id").asString()).startsWith("a-");
    assertThat(row.path("openedAt").asLong()).isPositive().isLessThanOrEqualTo(row.path("lastAt").asLong());
    assertThat(row.path("waitingSince").asLong()).isPositive().isLessThanOrEqualTo(row.path("lastAt").asLong());
    String cut = page.path("conversations").path(1).path("lastText").asString();
    assertThat(cut).hasSize(80).startsWith("茶茶").endsWith("…");

    JsonNode half = list(agent, "scope=waiting&limit=1");
    assertThat(ids(half)).containsExactly(first);
    assertThat(half.path("more").asBoolean()).isTrue();
    JsonNode rest = list(agent, "scope=waiting&limit=1&before=" + first);
    assertThat(ids(rest)).containsExactly(second);
    assertThat(rest.path("more").asBoolean()).isFalse();
  }

  @Test
  void aLongQueueIsReadPageByPageAndNobodyIsLeftOutOrThereTwice() {
    var reception = desk.getBean(Reception.class);
    List<String> asked = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      var outcome = reception.start(new Opening("demo", "demo", group, new BuyerCard(group + "-buyer-" + i, null),
          new Ref("the-first-words-of-%03d".formatted(i)), "在吗")).toCompletableFuture().join();
      assertThat(outcome).isInstanceOfSatisfying(Outcome.Done.class,
          done -> asked.add(((Topic.Buyer) done.topic()).conversation().value()));
    }
    Colleague agent = scene.member(Role.AGENT, group);
    List<String> listed = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    JsonNode page;
    do {
      page = list(agent, "scope=waiting&limit=100" + (listed.isEmpty() ? "" : "&before=" + listed.getLast()));
      listed.addAll(ids(page));
      sizes.add(ids(page).size());
    } while (page.path("more").asBoolean());
    assertThat(sizes).containsExactly(100, 100, 50);
    assertThat(listed).containsExactlyInAnyOrderElementsOf(asked);
  }

  @Test
  void theRankTheShopGivesABuyerIsShownToTheStaff() {
    Caller gold = new Cast(port, desk).asBuyer(tokens.issue(new Buyer("k-" + group, "demo", "沈先生", "金卡")));
    String asked = scene.asks(gold, group, "在吗");
    Colleague agent = scene.member(Role.AGENT, group);
    agent.socket().follows("d:demo:agent:" + agent.member().id());
    assertThat(list(agent, "scope=waiting").at("/conversations/0/tier").asString()).isEqualTo("金卡");

    scene.online(agent);
    JsonNode given = agent.socket().hears("it is given",
        frame -> frame.at("/event/type").asString("").equals("conversation.given"));
    assertThat(given.at("/event/tier").asString()).isEqualTo("金卡");
    assertThat(agent.browser().get("/api/v1/staff/me/desk").json().at("/conversations/0/tier").asString())
        .isEqualTo("金卡");
    assertThat(agent.browser().get("/api/v1/conversations/" + asked + "/buyer").json().path("tier").asString())
        .isEqualTo("金卡");
  }

  @Test
  void theTeamsConversationsAreThoseOfTheOthers() {
    Colleague busy = scene.member(Role.AGENT, group);
    Colleague other = scene.member(Role.AGENT, group);
    scene.online(busy);
    String answered = scene.asking(group, "一", null).conversation();
    scene.says(busy, answered, "好的，卡号 4111 1111 1111 1111");
    String unanswered = scene.asking(group, "二", null).conversation();
    scene.taken(busy, unanswered);

    JsonNode page = list(other, "scope=team");
    assertThat(ids(page)).containsExactly(unanswered, answered);
    assertThat(page.path("conversations").path(0).path("waitingSince").asLong()).isPositive();
    assertThat(page.path("conversations").path(0).path("agent").path("id").asString()).isEqualTo(busy.member().id());
    assertThat(page.path("conversations").path(0).path("agent").path("name").asString()).isEqualTo("演员");
    assertThat(page.path("conversations").path(1).path("waitingSince").isNull()).isTrue();
    assertThat(page.path("conversations").path(1).path("lastText").asString())
        .isEqualTo("好的，卡号 **** **** **** 1111");
    assertThat(ids(list(busy, "scope=team"))).isEmpty();
    assertThat(ids(list(other, "scope=waiting"))).isEmpty();
  }

  @Test
  void whatIsOverIsFoundByItsBuyer() {
    Colleague agent = scene.member(Role.AGENT, group);
    scene.online(agent);
    List<String> closed = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      String conversation = scene.asking(group, "第" + i, null).conversation();
      scene.closes(agent, conversation);
      closed.addFirst(conversation);
      int soFar = closed.size();
      Await.until("it is listed", () -> ids(list(agent, "scope=closed")).size() == soFar);
    }
    JsonNode page = list(agent, "scope=closed");
    assertThat(ids(page)).isEqualTo(closed);
    assertThat(page.path("conversations").path(0).path("waitingSince").isNull()).isTrue();
    assertThat(page.path("conversations").path(0).path("state").asString()).isEqualTo("CLOSED");
    String buyer = page.path("conversations").path(1).path("buyer").path("id").asString();
    assertThat(ids(list(agent, "scope=closed&q=" + buyer.substring(2, 12)))).containsExactly(closed.get(1));
    assertThat(ids(list(agent, "scope=closed&q=" + closed.get(2)))).containsExactly(closed.get(2));
    assertThat(ids(list(agent, "scope=closed&q=nobody-is-called-this"))).isEmpty();
    JsonNode half = list(agent, "scope=closed&limit=2");
    assertThat(ids(half)).isEqualTo(closed.subList(0, 2));
    assertThat(half.path("more").asBoolean()).isTrue();
    JsonNode rest = list(agent, "scope=closed&limit=2&before=" + closed.get(1));
    assertThat(ids(rest)).containsExactly(closed.get(2));
    assertThat(rest.path("more").asBoolean()).isFalse();
  }

  @Test
  void nobodySeesWhatIsNoneOfTheirBusiness() {
    Colleague agent = scene.member(Role.AGENT, group);
    String conversation = scene.asking(group, "在吗", null).conversation();
    assertThat(ids(list(agent, "scope=waiting"))).containsExactly(conversation);
    Colleague elsewhere = scene.member(Role.AGENT, "presales");
    assertThat(ids(list(elsewhere, "scope=waiting"))).isEmpty();
    assertThat(DeskScene.listed(elsewhere.browser(), "scope=waiting")).doesNotContain(conversation);
    Colleague leader = scene.member(Role.SUPERVISOR);
    assertThat(ids(list(leader, "scope=waiting"))).containsExactly(conversation);
    Browser foreign = foreign();
    for (String scope : List.of("waiting", "team", "closed")) {
      assertThat(DeskScene.listed(foreign, "scope=" + scope)).isEmpty();
    }
  }

  @Test
  void whatIsNoQuestionIsRefused() {
    Browser browser = scene.member(Role.SUPERVISOR).browser();
    for (String query : List.of("", "scope=mine", "scope=WAITING", "scope=waiting&limit=0", "scope=waiting&limit=101",
        "scope=waiting&limit=many", "scope=waiting&before=short", "scope=closed&before=1%20OR%201",
        "scope=waiting&group=a:b", "scope=waiting&group=", "scope=closed&q=" + "q".repeat(65))) {
      Answer answer = browser.get("/api/v1/desk/conversations?" + query);
      assertThat(answer.status()).as(query).isEqualTo(400);
      assertThat(answer.code()).as(query).isEqualTo("INVALID");
    }
    assertThat(DeskScene.listed(browser, "scope=closed&before=0123456789abcdefghijkl")).isEmpty();
  }

  @Test
  void aConsoleBeginsWithItsGroupsShopsAndColleagues() {
    Colleague agent = scene.member(Role.AGENT, group);
    Colleague other = scene.member(Role.SUPERVISOR, group);
    scene.online(other);
    JsonNode seat = agent.browser().get("/api/v1/staff/me/desk").json();
    assertThat(seat.path("state").asString()).isEqualTo("OFFLINE");
    assertThat(seat.path("groups").valueStream().map(one -> one.path("id").asString())).containsExactly(group);
    assertThat(seat.at("/groups/0/name/zh").asString()).isEqualTo("列表");
    assertThat(seat.path("shops").valueStream().map(one -> one.path("id").asString())).contains("demo");
    JsonNode colleague = seat.path("colleagues").valueStream()
        .filter(one -> one.path("id").asString().equals(other.member().id())).findFirst().orElseThrow();
    assertThat(colleague.path("state").asString()).isEqualTo("ONLINE");
    assertThat(colleague.path("role").asString()).isEqualTo("SUPERVISOR");
    assertThat(colleague.path("name").asString()).isEqualTo("演员");
    assertThat(seat.path("colleagues").valueStream().map(one -> one.path("id").asString()))
        .contains("demo-qing").doesNotContain(agent.member().id());
    assertThat(other.browser().get("/api/v1/staff/me/desk").json().path("groups").valueStream()
        .map(one -> one.at("/name/en").asString())).contains("Before buying", "");
    assertThat(foreign().get("/api/v1/staff/me/desk").body()).doesNotContain("demo");
  }

  private Browser foreign() {
    String id = "foreign-" + people.incrementAndGet();
    var member = new StaffMember(id, "another-desk", id, "外人", Role.SUPERVISOR, Set.of(group), 1);
    assertThat(staff.create(member, "a kettle of spring water")).isTrue();
    return new Cast(port, desk).browser(member);
  }

  private JsonNode list(Colleague asker, String query) {
    Answer answer = asker.browser().get("/api/v1/desk/conversations?" + query + "&group=" + group);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer.json();
  }

  private static List<String> ids(JsonNode page) {
    return page.path("conversations").valueStream().map(one -> one.path("conversation").asString()).toList();
  }
}
