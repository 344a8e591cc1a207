package dev.xiaoer.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.desk.Answer;
import dev.xiaoer.desk.WithDesk;
import dev.xiaoer.gateway.DeskScene.Colleague;
import dev.xiaoer.phrases.ForbiddenPhrases;
import dev.xiaoer.protocol.Frame.Role;
import dev.xiaoer.redis.Await;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WithDesk
class ForbiddenPhrasesTest {

  private static final String FORBIDDEN = "/api/v1/forbidden-phrases";

  @LocalServerPort
  int port;

  @Autowired
  ApplicationContext desk;

  @Autowired
  ForbiddenPhrases forbidden;

  private DeskScene scene;
  private Colleague supervisor;
  private List<String> before = List.of();

  @BeforeEach
  void open() {
    scene = new DeskScene(port, desk);
    supervisor = scene.member(Role.SUPERVISOR);
    before = forbidden.ofDesk("demo").toCompletableFuture().join();
  }

  @AfterEach
  void leaveAsItWas() {
    forbidden.replace("demo", before).toCompletableFuture().join();
  }

  @Test
  void theStaffMayNotSayWhatIsForbidden() {
    DeskScene.Talk talk = scene.talk("最便宜多少？");
    assertThat(post(talk, "我们好便宜").path("type").asString()).isEqualTo("reply");

    replace("我们好便宜", "加微信");
    Await.within(Duration.ofSeconds(2), "it is known", () -> isForbidden("我们好便宜"));
    assertThat(post(talk, "我们好便宜").path("type").asString()).isEqualTo("refusal");
    JsonNode refusal = post(talk, "先 加 微 信 吧");
    assertThat(refusal.path("code").asString()).isEqualTo("FORBIDDEN_PHRASE");
    assertThat(refusal.path("words").asString()).contains("加微信");
    assertThat(refusal.path("retry").asBoolean()).isFalse();
    assertThat(post(talk, "好的").path("type").asString()).isEqualTo("reply");
    assertThat(scene.asking(talk.group(), "加微信可以吗", null).conversation()).isNotEmpty();

    replace();
    Await.within(Duration.ofSeconds(2), "it is forgotten", () -> !isForbidden("我们好便宜"));
    assertThat(post(talk, "我们好便宜").path("type").asString()).isEqualTo("reply");
  }

  @Test
  void whatWasSaidBeforeItWasForbiddenIsAnsweredAsBefore() {
    DeskScene.Talk talk = scene.talk("能便宜吗");
    String ref = Cast.ref();
    JsonNode said = post(talk, ref, "改天真的便宜");
    assertThat(said.path("type").asString()).as("%s", said).isEqualTo("reply");
    replace("改天真的便宜");
    Await.until("it is known", () -> isForbidden("改天真的便宜"));
    assertThat(post(talk, ref, "改天真的便宜")).isEqualTo(said);
    assertThat(post(talk, ref, "改天真的便宜了").path("code").asString())
        .isEqualTo("REF_REUSED");
    assertThat(post(talk, "改天真的便宜").path("code").asString())
        .isEqualTo("FORBIDDEN_PHRASE");
  }

  /// It is told to who wrote it, and to nobody who reads the logs.
  @Test
  @ExtendWith(OutputCaptureExtension.class)
  void aForbiddenPhraseIsInNoLog(CapturedOutput output) {
    LoggingSystem logging = LoggingSystem.get(getClass().getClassLoader());
    logging.setLogLevel("dev.xiaoer", LogLevel.TRACE);
    try {
      DeskScene.Talk talk = scene.talk("在吗");
      replace("planted-phrase");
      Await.until("it is known", () -> isForbidden("planted-phrase"));
      assertThat(post(talk, "a planted-phrase here").path("words").asString())
          .contains("planted-phrase");
      System.getLogger("dev.xiaoer.gateway").log(System.Logger.Level.TRACE, "the end of what is looked at");
    } finally {
      logging.setLogLevel("dev.xiaoer", null);
    }
    assertThat(output.getAll()).contains("the end of what is looked at").doesNotContain("planted-phrase");
  }

  @Test
  void theListIsTheDesksAndInItsOrder() {
    replace("乙", "甲", "乙", "  丙 ");
    assertThat(supervisor.browser().get(FORBIDDEN).body()).isEqualTo("{\"phrases\":[\"乙\",\"甲\",\"丙\"]}");
    Colleague agent = scene.member(Role.AGENT, "orders");
    assertThat(agent.browser().get(FORBIDDEN).status()).isEqualTo(200);
    assertThat(agent.browser().put(FORBIDDEN, "{\"phrases\":[]}").status()).isEqualTo(403);
    assertThat(forbidden.ofDesk("another-desk").toCompletableFuture().join()).isEmpty();
  }

  @Test
  void theLongestListIsTakenAndALongerOneIsNot() {
    assertThat(put(Collections.nCopies(2_000, "禁用语")).status()).isEqualTo(200);
    assertThat(put(Collections.nCopies(2_001, "禁用语")).code()).isEqualTo("INVALID");
    for (String wrong : List.of("{\"phrases\":[\"\"]}", "{\"phrases\":[\" \"]}", "{\"phrases\":[1]}",
        "{\"phrases\":[null]}",
        "{\"phrases\":\"x\"}", "{\"phrases\":null}", "{}", "{\"phrases\":[\"" + "长".repeat(51) + "\"]}")) {
      Answer answer = supervisor.browser().put(FORBIDDEN, wrong);
      assertThat(answer.status()).as("%s %s", wrong, answer).isEqualTo(400);
      assertThat(answer.code()).as(wrong).isEqualTo("INVALID");
    }
    assertThat(supervisor.browser().put(FORBIDDEN, "{\"phrases\":[\"a\\nb\"]}").code()).isEqualTo("BAD_TEXT");
    assertThat(supervisor.browser().put(FORBIDDEN, "{\"phrases\":[],\"desk\":\"other\"}").code())
        .isEqualTo("UNKNOWN_FIELD");
  }

  private boolean isForbidden(String text) {
    return forbidden.in("demo", text).toCompletableFuture().join() != null;
  }

  private static JsonNode post(DeskScene.Talk talk, String text) {
    return post(talk, Cast.ref(), text);
  }

  private static JsonNode post(DeskScene.Talk talk, String ref, String text) {
    Caller socket = talk.agent().socket();
    socket.says("""
        {"type":"message.post","ref":"%s","conversation":"%s","revision":%d,"text":"%s"}""".formatted(ref,
        talk.buyer().conversation(), talk.revision(), text));
    return socket.hearsAbout(ref);
  }

  private void replace(String... phrases) {
    assertThat(put(List.of(phrases)).status()).isEqualTo(200);
  }

  private Answer put(List<String> phrases) {
    return supervisor.browser().put(FORBIDDEN,
        "{\"phrases\":" + JsonMapper.shared().writeValueAsString(phrases) + "}");
  }
}
