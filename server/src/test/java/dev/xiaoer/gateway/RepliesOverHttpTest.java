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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A desk's rule pack, read, replaced and tried by those who lead it.
@WithDesk
class RepliesOverHttpTest {

  private static final String REPLIES = "/api/v1/desk/replies";
  private static final AtomicInteger desks = new AtomicInteger();
  private static final String GOOD = """
      language: zh-CN
      extends: shipped
      rules:
        - { id: shipping, kind: keyword, keywords: [发货], text: 下午四点半以前的当天发 }
      """;
  private static final String TEN_MISTAKES = """
      language: zh-CN
      extends: shipped
      zone: Mars/Olympus
      hours: [sometimes]
      colour: red
      rules:
        - { id: Big Id, kind: keyword, keywords: [发货], text: 好的 }
        - { id: greeting, kind: hello, text: 好的 }
        - { id: late, kind: slow-answer, after: soon, text: 稍等 }
        - { id: short, kind: keyword, keywords: [亲], text: 您好 }
        - { id: who, kind: keyword, keywords: [谁呀], text: "{谁}来了" }
        - { id: empty, kind: keyword, keywords: [空的], text: "" }
      overrides:
        desk:
          hung-up: { off: true }
      """;
  private static final List<String> TEN_REASONS = List.of(
      "3 没有时区 'Mars/Olympus'，例如 Asia/Shanghai",
      "4 'sometimes' 不是服务时间，应当像：mon-fri 09:00-18:00",
      "5 这里没有 'colour'，只有：extends, faq, hours, language, overrides, rules, zone",
      "7 'Big Id' 不能作编号；编号用小写字母、数字和连字符，最多 40 个",
      "8 没有种类 'hello'，只有：hung-up, on-break, away, off-hours, queueing, busy, first-reception, slow-answer, closing, keyword",
      "9 'after' 应当是不超过一天的时长，例如 90s、10m 或 2h",
      "10 关键词 '亲' 太短：至少两个字，match: exact 时至少一个字",
      "11 没有变量 {谁}，只有：{shop} {buyer} {agent} {position} {wait} {back} {hours} {opens} {waited} {keyword}",
      "12 文字是空的",
      "15 'hung-up' 不能关闭：离开时总要给买家留话");
  private static final List<String> TEN_REASONS_IN_ENGLISH = List.of(
      "3 there is no time zone 'Mars/Olympus'; one is Asia/Shanghai",
      "4 'sometimes' are no hours; these are: mon-fri 09:00-18:00",
      "5 there is no 'colour' here, only: extends, faq, hours, language, overrides, rules, zone",
      "7 'Big Id' is no id; small letters, digits and hyphens are, 40 at most",
      "8 there is no kind 'hello', only: hung-up, on-break, away, off-hours, queueing, busy, first-reception, slow-answer, closing, keyword",
      "9 'after' is a time of a day at most, such as 90s, 10m or 2h",
      "10 the keyword '亲' is too short: two characters at least, one with 'match: exact'",
      "11 there is no variable {谁}, only: {shop} {buyer} {agent} {position} {wait} {back} {hours} {opens} {waited} {keyword}",
      "12 the text is empty",
      "15 'hung-up' cannot be switched off: nobody leaves without a word for who writes meanwhile");

  @LocalServerPort
  int port;

  @Autowired
  ApplicationContext desk;

  @Autowired
  StaffMembers staff;

  private int number;

  @BeforeEach
  void open() {
    number = desks.incrementAndGet();
  }

  @Test
  void aPackWithTenMistakesIsRefusedWithTenReasonsInTheLanguageOfTheAsker() {
    Browser leader = signedIn(Role.SUPERVISOR);
    Answer refused = leader.with("Accept-Language", "zh-CN").put(REPLIES, pack(0, TEN_MISTAKES));
    assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo("INVALID");
    assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
    assertThat(mistakes(refused)).isEqualTo(TEN_REASONS);
    assertThat(refused.json().path("mistakes").valueStream().map(one -> one.path("column").asInt())).allMatch(
        column -> column > 0);
    assertThat(refused.json().path("detail").asString()).isEqualTo("没有时区 'Mars/Olympus'，例如 Asia/Shanghai");
    assertThat(refused.json().path("instance").asString()).isEqualTo(REPLIES);

    Browser english = signedIn(Role.ADMIN).with("Accept-Language", "en");
    assertThat(mistakes(english.put(REPLIES, pack(0, TEN_MISTAKES)))).isEqualTo(TEN_REASONS_IN_ENGLISH);
    Answer tried = english.post(REPLIES + "/try", trial("SPOKE", "ONLINE", "发货").put("yaml", TEN_MISTAKES).toString());
    assertThat(tried.status()).isEqualTo(400);
    assertThat(mistakes(tried)).isEqualTo(TEN_REASONS_IN_ENGLISH);
    assertThat(english.get(REPLIES).json().path("version").asLong()).as("nothing of it was kept").isZero();
  }

  @Test
  void whoReplacesAPackNamesTheOneThatWasRead() {
    Browser leader = signedIn(Role.SUPERVISOR);
    JsonNode usual = leader.get(REPLIES).json();
    assertThat(usual.path("version").asLong()).isZero();
    assertThat(usual.path("yaml").asString()).contains("extends: shipped");
    Answer saved = leader.put(REPLIES, pack(0, GOOD));
    assertThat(saved.status()).as(saved.toString()).isEqualTo(200);
    assertThat(saved.json().path("version").asLong()).isEqualTo(1);
    assertThat(saved.json().path("yaml").asString()).isEqualTo(GOOD);
    Answer late = signedIn(Role.ADMIN).put(REPLIES, pack(0, GOOD));
    assertThat(late.code()).as(late.toString()).isEqualTo("STALE");
    assertThat(late.status()).isEqualTo(409);
    assertThat(leader.get(REPLIES).json()).isEqualTo(saved.json());
  }

  @Test
  void triedIsADraftOrWhatTheDeskHas() {
    Browser leader = signedIn(Role.SUPERVISOR);
    ObjectNode trial = trial("SPOKE", "HUNG_UP", "几点发货");
    JsonNode usual = tried(leader, trial.deepCopy());
    assertThat(rules(usual)).containsExactly("HUNG_UP hung-up PACK");
    assertThat(usual.path("replies").path(0).path("text").asString()).contains("小青");
    JsonNode draft = tried(leader, trial.deepCopy().put("yaml", GOOD));
    assertThat(rules(draft)).containsExactly("HUNG_UP hung-up PACK", "KEYWORD shipping PACK");
    assertThat(draft.path("considered").valueStream()
        .map(one -> one.path("rule").asString() + ' ' + one.path("outcome").asString() + ' '
            + one.path("detail").asString("")))
        .contains("hung-up SAID ", "shipping SAID 发货", "welcome OUTRANKED ");
    assertThat(rules(tried(leader, trial.deepCopy()))).as("it was not kept").containsExactly("HUNG_UP hung-up PACK");
    leader.put(REPLIES, pack(0, GOOD));
    assertThat(rules(tried(leader, trial("SPOKE", "ONLINE", "发货吗"))))
        .containsExactly("FIRST_RECEPTION welcome PACK", "KEYWORD shipping PACK");
    assertThat(rules(tried(leader, trial("WAITS", "ONLINE", "").put("waited", 100))))
        .containsExactly("SLOW_ANSWER slow PACK");
    assertThat(rules(tried(leader, trial("QUEUED", "QUEUED", "").put("position", 3))))
        .containsExactly("QUEUEING queueing PACK");
    assertThat(rules(tried(leader, trial("CLOSED", "ONLINE", "")))).containsExactly("CLOSING closing PACK");
  }

  @Test
  void whatIsKnownIsSuggestedAlsoInATrial() {
    JsonNode tried = tried(signedIn(Role.SUPERVISOR), trial("SPOKE", "ONLINE", "运费多少钱").put("yaml", """
        language: zh-CN
        rules: []
        faq:
          answers:
            - { id: freight, question: 运费多少钱, answer: 满 99 元包邮 }
        """));
    assertThat(tried.path("replies")).as("the agent is there").isEmpty();
    assertThat(tried.path("suggestions").path(0).path("id").asString()).isEqualTo("freight");
    assertThat(tried.path("suggestions").path(0).path("answer").asString()).isEqualTo("满 99 元包邮");
    assertThat(tried.path("suggestions").path(0).path("score").asDouble()).isEqualTo(1.0);
  }

  @Test
  void whoDoesNotLeadTheDeskIsRefused() {
    Browser agent = signedIn(Role.AGENT);
    for (Answer answer : List.of(agent.get(REPLIES), agent.put(REPLIES, pack(0, GOOD)),
        agent.post(REPLIES + "/try", trial("SPOKE", "ONLINE", "发货").toString()))) {
      assertThat(answer.status()).as(answer.toString()).isEqualTo(403);
      assertThat(answer.code()).isEqualTo("FORBIDDEN");
    }
    assertThat(new Browser(port).get(REPLIES).status()).isEqualTo(401);
    assertThat(signedIn(Role.SUPERVISOR).get(REPLIES).json().path("version").asLong()).isZero();
    Browser leader = signedIn(Role.SUPERVISOR);
    leader.put(REPLIES, pack(0, GOOD));
    number = desks.incrementAndGet();
    assertThat(signedIn(Role.SUPERVISOR).get(REPLIES).body()).as("another desk").doesNotContain("四点半");
  }

  @Test
  void whatIsNoTrialIsRefused() {
    Browser leader = signedIn(Role.SUPERVISOR);
    for (ObjectNode wrong : List.of(trial("SLEPT", "ONLINE", "x"), trial("SPOKE", "ASLEEP", "x"),
        trial("SPOKE", "ONLINE", "长".repeat(4_001)), trial("SPOKE", "ONLINE", "x").put("position", 0),
        trial("SPOKE", "ONLINE", "x").put("waited", -1), trial("SPOKE", "ONLINE", "x").put("back", 1_441))) {
      Answer answer = leader.post(REPLIES + "/try", wrong.toString());
      assertThat(answer.status()).as(wrong + " " + answer).isEqualTo(400);
      assertThat(answer.code()).isEqualTo("INVALID");
    }
    assertThat(leader.put(REPLIES, pack(-1, GOOD)).code()).isEqualTo("INVALID");
    assertThat(leader.put(REPLIES, pack(0, "")).code()).isEqualTo("INVALID");
    assertThat(leader.put(REPLIES, "{\"version\":0,\"yaml\":\"x\",\"desk\":\"demo\"}").code())
        .isEqualTo("UNKNOWN_FIELD");
  }

  private static JsonNode tried(Browser leader, ObjectNode trial) {
    Answer answer = leader.post(REPLIES + "/try", trial.toString());
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer.json();
  }

  private static List<String> rules(JsonNode tried) {
    return tried.path("replies").valueStream().map(one -> one.path("kind").asString() + ' '
        + one.path("rule").asString() + ' ' + one.path("wordedBy").asString()).toList();
  }

  private static List<String> mistakes(Answer answer) {
    return answer.json().path("mistakes").valueStream()
        .map(one -> one.path("line").asInt() + " " + one.path("reason").asString()).toList();
  }

  private static String pack(long version, String yaml) {
    return JsonMapper.shared().createObjectNode().put("version", version).put("yaml", yaml).toString();
  }

  private static ObjectNode trial(String occasion, String scene, String text) {
    return JsonMapper.shared().createObjectNode().putNull("yaml").put("occasion", occasion).put("scene", scene)
        .put("text", text).putNull("at").putNull("group").put("agent", "小青").putNull("buyer").put("shop", "小店")
        .put("waited", 0).putNull("back").put("position", 1).put("first", true);
  }

  private Browser signedIn(Role role) {
    String id = "replies-" + number + "-" + desks.incrementAndGet();
    var member = new StaffMember(id, "replies-desk-" + number, id, id, role, Set.of(), 1);
    assertThat(staff.create(member, "a kettle of spring water")).isTrue();
    return new Cast(port, desk).browser(member);
  }
}
