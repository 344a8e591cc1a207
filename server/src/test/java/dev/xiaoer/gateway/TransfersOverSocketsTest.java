package dev.xiaoer.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.desk.Browser;
import dev.xiaoer.desk.WithDesk;
import dev.xiaoer.gateway.DeskScene.Colleague;
import dev.xiaoer.gateway.DeskScene.Talk;
import dev.xiaoer.protocol.Frame.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/// What a colleague of another group sees before and after a transfer, and what is written down for one (C2, C3).
@WithDesk
class TransfersOverSocketsTest {

  private static final String TRANSFERS = "/api/v1/desk/transfers";
  private static final String REGISTRATIONS = "/api/v1/desk/registrations";

  @LocalServerPort
  int port;

  @Autowired
  ApplicationContext desk;

  private DeskScene scene;
  private String otherGroup;
  private Colleague other;

  @BeforeEach
  void open() {
    scene = new DeskScene(port, desk);
    otherGroup = scene.group();
    other = scene.member(Role.AGENT, otherGroup);
    follows(other.socket(), "d:demo:agent:" + other.member().id());
  }

  private static JsonNode follows(Caller caller, String topic) {
    return caller.asks("\"topic.follow\",\"topic\":\"" + topic + "\",\"have\":null,\"last\":null");
  }

  /// What the desk says by itself is passed over.
  private static JsonNode hears(Caller caller, String type) {
    return caller.hears(type, frame -> frame.path("event").path("type").asString("").equals(type)
        && !frame.path("event").path("author").asString("").equals("desk")).path("event");
  }

  private JsonNode offers(Talk talk, String to, String reason, String note) {
    return talk.agent().socket().asks("\"transfer.offer\",\"conversation\":\"" + talk.buyer().conversation()
        + "\",\"revision\":" + talk.revision() + ",\"to\":\"" + to + "\",\"reason\":\"" + reason + "\",\"note\":\""
        + note
        + '"');
  }

  @Test
  void aConversationGoesToAnotherGroupAndIsThatGroupsThen() {
    Talk talk = scene.talk("杯子碎了");
    String conversation = talk.buyer().conversation();
    follows(talk.buyer().socket(), "c:" + conversation + ":buyer");
    assertThat(offers(talk, "agent:" + other.member().id(), "售后", "").path("code").asString())
        .isEqualTo("NOT_AVAILABLE");
    scene.online(other);
    assertThat(offers(talk, "agent:" + other.member().id(), "", "").path("code").asString()).isEqualTo("TEXT_EMPTY");
    assertThat(offers(talk, "agent:nobody", "售后", "").path("code").asString()).isEqualTo("NOT_FOUND");

    JsonNode offered = offers(talk, "agent:" + other.member().id(), "售后", "已核对订单");
    assertThat(offered.path("type").asString()).as("%s", offered).isEqualTo("reply");
    String transfer = offered.path("id").asString();
    assertThat(hears(other.socket(), "transfer.offered").path("note").asString()).isEqualTo("已核对订单");
    assertThat(talk.agent().browser().get(TRANSFERS).json().path(0).path("transfer").asString()).isEqualTo(transfer);
    assertThat(other.browser().get(TRANSFERS).json().path(0).path("from").path("id").asString())
        .isEqualTo(talk.agent().member().id());
    assertThat(follows(other.socket(), "c:" + conversation + ":buyer").path("code").asString()).as("not theirs yet")
        .isEqualTo("NOT_FOUND");

    other.socket().asks("\"transfer.answer\",\"conversation\":\"" + conversation + "\",\"transfer\":\"" + transfer
        + "\",\"accepted\":true,\"reason\":null");
    assertThat(hears(talk.buyer().socket(), "conversation.transferred").path("agent").path("id").asString())
        .isEqualTo(other.member().id());
    assertThat(follows(other.socket(), "c:" + conversation + ":buyer").path("type").asString()).isNotEqualTo("refusal");
    assertThat(follows(talk.agent().socket(), "c:" + conversation + ":staff").path("code").asString())
        .isEqualTo("NOT_FOUND");
    scene.says(other, conversation, "您好，我来处理");
    assertThat(hears(talk.buyer().socket(), "message.posted").path("text").asString()).isEqualTo("您好，我来处理");
    assertThat(other.browser().get(TRANSFERS).json()).isEmpty();
  }

  @Test
  void aQuestionIsWrittenDownForAnotherGroupAndSeenToThere() {
    Talk talk = scene.talk("发票呢");
    Browser by = talk.agent().browser();
    String wanted = """
        {"shop":"demo","group":"%s","question":"发票什么时候能补开？","contact":"13812345678","conversation":"%s"}"""
        .formatted(otherGroup, talk.buyer().conversation());
    JsonNode written = by.post(REGISTRATIONS, wanted).json();
    String id = written.path("id").asString();
    assertThat(written.path("contact").asString()).isEqualTo("1*********8");

    JsonNode told = hears(other.socket(), "registered.for");
    assertThat(told.path("registration").asString()).isEqualTo(id);
    assertThat(told.path("by").asString()).isEqualTo(talk.agent().member().id());
    assertThat(by.get(REGISTRATIONS + "?group=" + otherGroup).status()).as("who wrote it is of another group")
        .isEqualTo(404);
    assertThat(by.post(REGISTRATIONS + "/" + id + "/done", "").status()).isEqualTo(404);
    JsonNode listed = other.browser().get(REGISTRATIONS + "?group=" + otherGroup).json();
    assertThat(listed.size()).isEqualTo(1);
    assertThat(listed.path(0)).isEqualTo(written);
    assertThat(other.browser().post(REGISTRATIONS + "/" + id + "/contact", "").json().path("contact").asString())
        .isEqualTo("13812345678");

    JsonNode done = other.browser().post(REGISTRATIONS + "/" + id + "/done", "").json();
    assertThat(done.path("done").path("by").path("id").asString()).isEqualTo(other.member().id());
    assertThat(other.browser().get(REGISTRATIONS + "?group=" + otherGroup).json()).isEmpty();
    assertThat(other.browser().post(REGISTRATIONS + "/" + id + "/done", "").json()).as("once").isEqualTo(done);
  }

  @Test
  void whatIsNoRegistrationIsRefused() {
    Browser by = other.browser();
    String good = "{\"shop\":\"demo\",\"group\":\"" + otherGroup + "\",\"question\":\"在吗\"}";
    assertThat(by.post(REGISTRATIONS, good.replace("demo", "elsewhere")).code()).isEqualTo("INVALID");
    assertThat(by.post(REGISTRATIONS, good.replace(otherGroup, "no-group")).code()).isEqualTo("INVALID");
    assertThat(by.post(REGISTRATIONS, good.replace("在吗", " ")).code()).isEqualTo("TEXT_EMPTY");
    assertThat(by.post(REGISTRATIONS, good.replace("在吗", "长".repeat(501))).code()).isEqualTo("TEXT_TOO_LONG");
    assertThat(by.post(REGISTRATIONS, good.replace("}", ",\"conversation\":\"0123456789abcdefghijkl\"}")).code())
        .isEqualTo("NOT_FOUND");
  }
}
