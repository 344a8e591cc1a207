package dev.xiaoer.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.accounts.StaffMember;
import dev.xiaoer.accounts.StaffMembers;
import dev.xiaoer.desk.Answer;
import dev.xiaoer.desk.Browser;
import dev.xiaoer.desk.WithDesk;
import dev.xiaoer.protocol.Frame.Role;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@WithDesk
class PhrasesOverHttpTest {

  private static final String PHRASES = "/api/v1/phrases";
  private static final AtomicInteger desks = new AtomicInteger();

  @LocalServerPort
  int port;

  @Autowired
  ApplicationContext desk;

  @Autowired
  StaffMembers staff;

  private Browser supervisor;
  private Browser agent;
  private Browser colleague;

  /// A desk of their own.
  @BeforeEach
  void open() {
    int number = desks.incrementAndGet();
    supervisor = signedIn(number, "s", Role.SUPERVISOR, Set.of());
    agent = signedIn(number, "a", Role.AGENT, Set.of("tea"));
    colleague = signedIn(number, "b", Role.AGENT, Set.of("silk"));
  }

  @Test
  void everybodyHasTheDesksTheOwnGroupsAndTheOwn() {
    added(supervisor, "DESK", null, "hi", "亲，您好 {买家昵称}");
    added(supervisor, "GROUP", "tea", "pot", "这把壶是原矿紫砂");
    added(supervisor, "GROUP", "silk", "silk", "这条是真丝");
    added(agent, "OWN", null, "bye", "我是 {客服昵称}");
    assertThat(codes(agent)).containsExactly("bye", "hi", "pot");
    assertThat(codes(colleague)).containsExactly("hi", "silk");
    assertThat(codes(supervisor)).containsExactly("hi", "pot", "silk");
    assertThat(agent.get(PHRASES).json().path("phrases").path(1).path("text").asString()).isEqualTo("亲，您好 {买家昵称}");
    assertThat(agent.get(PHRASES).body()).doesNotContain("owner");
  }

  @Test
  void onlyWhoLeadsTheDeskChangesWhatAllHave() {
    String shared = added(supervisor, "DESK", null, "hi", "您好");
    String own = added(agent, "OWN", null, "mine", "我的");
    assertThat(agent.post(PHRASES, phrase("DESK", null, "x", "x")).status()).isEqualTo(403);
    assertThat(agent.post(PHRASES, phrase("GROUP", "tea", "x", "x")).status()).isEqualTo(403);
    assertThat(agent.put(PHRASES + "/" + shared, phrase("DESK", null, "hi", "坏")).status()).isEqualTo(403);
    assertThat(agent.put(PHRASES + "/" + own, phrase("DESK", null, "mine", "大家的")).status()).isEqualTo(403);
    assertThat(agent.send("DELETE", PHRASES + "/" + shared, "").status()).isEqualTo(403);
    assertThat(supervisor.put(PHRASES + "/" + shared, phrase("DESK", null, "hi", "您好呀")).status()).isEqualTo(200);
    assertThat(agent.put(PHRASES + "/" + own, phrase("OWN", null, "mine", "我的新的")).status()).isEqualTo(200);
    assertThat(agent.send("DELETE", PHRASES + "/" + own, "").status()).isEqualTo(204);
    assertThat(codes(agent)).containsExactly("hi");
  }

  @Test
  void aForeignIdIsNotFound() {
    String own = added(agent, "OWN", null, "mine", "我的");
    String group = added(supervisor, "GROUP", "silk", "silk", "真丝");
    Browser stranger = signedIn(desks.incrementAndGet(), "s", Role.ADMIN, Set.of());
    for (Browser browser : List.of(colleague, supervisor, stranger)) {
      assertThat(browser.put(PHRASES + "/" + own, phrase("OWN", null, "x", "x")).status()).isEqualTo(404);
      assertThat(browser.send("DELETE", PHRASES + "/" + own, "").status()).isEqualTo(404);
    }
    assertThat(agent.send("DELETE", PHRASES + "/" + group, "").status()).isEqualTo(404);
    assertThat(agent.send("DELETE", PHRASES + "/nothing", "").status()).isEqualTo(404);
    assertThat(stranger.get(PHRASES).body()).doesNotContain("真丝");
    assertThat(codes(agent)).containsExactly("mine");
  }

  @Test
  void aCodeMeansOnePhrase() {
    added(supervisor, "DESK", null, "hi", "您好");
    added(supervisor, "GROUP", "tea", "hi", "您好，茶");
    added(agent, "OWN", null, "hi", "我好");
    added(agent, "OWN", null, "", "一");
    added(agent, "OWN", null, "", "二");
    assertThat(supervisor.post(PHRASES, phrase("DESK", null, "HI", "再好")).code()).isEqualTo("NAME_TAKEN");
    assertThat(agent.post(PHRASES, phrase("OWN", null, "hi", "再好")).code()).isEqualTo("NAME_TAKEN");
    added(colleague, "OWN", null, "hi", "他好");
  }

  @Test
  void whatIsNoPhraseIsRefused() {
    refused(phrase("DESK", "tea", "x", "x"), "INVALID");
    refused(phrase("GROUP", null, "x", "x"), "INVALID");
    refused(phrase("GROUP", "a:b", "x", "x"), "INVALID");
    refused(phrase("EVERYBODY", null, "x", "x"), "INVALID");
    refused(phrase("DESK", null, "a b", "x"), "INVALID");
    refused(phrase("DESK", null, "x".repeat(31), "x"), "INVALID");
    refused(phrase("DESK", null, "x", " "), "TEXT_EMPTY");
    refused(phrase("DESK", null, "x", "长".repeat(801)), "TEXT_TOO_LONG");
    refused(phrase("DESK", null, "x", "\\u202e"), "BAD_TEXT");
    refused(phrase("DESK", null, "x", "x").replace("\"folder\":\"\"", "\"folder\":\"" + "夹".repeat(16) + "\""),
        "INVALID");
    refused(phrase("DESK", null, "x", "x").replace("\"x\"", "1"), "INVALID");
    refused("{}", "INVALID");
    for (String field : List.of("id", "owner", "desk")) {
      refused(phrase("DESK", null, "x", "x").replace("{\"scope\"", "{\"" + field + "\":\"x\",\"scope\""),
          "UNKNOWN_FIELD");
    }
    assertThat(codes(supervisor)).isEmpty();
  }

  private void refused(String phrase, String code) {
    Answer answer = supervisor.post(PHRASES, phrase);
    assertThat(answer.status()).as("%s %s", phrase, answer).isEqualTo(400);
    assertThat(answer.code()).as(phrase).isEqualTo(code);
  }

  private static String added(Browser browser, String scope, @Nullable String group, String code,
      String text) {
    Answer answer = browser.post(PHRASES, phrase(scope, group, code, text));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return answer.json().path("id").asString();
  }

  private static String phrase(String scope, @Nullable String group, String code, String text) {
    return """
        {"scope":"%s","group":%s,"code":"%s","text":"%s","folder":""}""".formatted(scope,
        group == null ? "null" : "\"" + group + "\"", code, text);
  }

  private static List<String> codes(Browser browser) {
    return browser.get(PHRASES).json().path("phrases").valueStream().map((JsonNode one) -> one.path("code").asString())
        .toList();
  }

  private Browser signedIn(int number, String name, Role role, Set<String> groups) {
    String id = "phrases-" + number + "-" + name;
    var member = new StaffMember(id, "phrase-desk-" + number, id, name, role, groups, 1);
    assertThat(staff.create(member, "a kettle of spring water")).isTrue();
    return new Cast(port, desk).browser(member);
  }
}
