package dev.xiaoer.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.desk.WithDesk;
import dev.xiaoer.gateway.DeskScene.Colleague;
import dev.xiaoer.phrases.ForbiddenPhrases;
import dev.xiaoer.redis.Await;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/// A conversation ends with thanks, in one step (rule C6).
@WithDesk
class ClosingTest {

  private static final String THANKS = "感谢您的咨询";

  @LocalServerPort
  int port;

  @Autowired
  ApplicationContext desk;

  @Autowired
  ForbiddenPhrases forbidden;

  private DeskScene scene;
  private Colleague agent;
  private Cast.Visitor buyer;
  private long revision;

  @BeforeEach
  void talk() {
    scene = new DeskScene(port, desk);
    DeskScene.Talk talk = scene.talk("在吗");
    agent = talk.agent();
    buyer = talk.buyer();
    revision = talk.revision();
  }

  private String close(String ref, String thanks) {
    return """
        {"type":"conversation.close","ref":"%s","conversation":"%s","revision":%d,"thanks":%s}""".formatted(ref,
        buyer.conversation(), revision, thanks);
  }

  private JsonNode answer(String ref, String thanks) {
    return agent.socket().says(close(ref, "\"" + thanks + "\"")).hearsAbout(ref);
  }

  private String outcome(String ref, String thanks) {
    JsonNode answer = answer(ref, thanks);
    return answer.path("code").asString(answer.path("type").asString());
  }

  /// What the buyer can read, as `type text`.
  private List<String> log() {
    return agent.browser().get("/api/v1/conversations/" + buyer.conversation() + "/events?topic=buyer").json()
        .path("events").valueStream().map(frame -> frame.path("event"))
        .map(event -> event.path("type").asString() + " " + event.path("text").asString("")).toList();
  }

  @Test
  void theThanksStandBeforeTheEndAndTheBuyerIsAskedForARating() {
    String follow = Cast.ref();
    buyer.socket().says("{\"type\":\"topic.follow\",\"ref\":\"%s\",\"topic\":\"c:%s:buyer\",\"have\":null}"
        .formatted(follow, buyer.conversation())).hearsAbout(follow);
    String ref = Cast.ref();
    JsonNode reply = answer(ref, THANKS);
    assertThat(reply.path("type").asString()).as("%s", reply).isEqualTo("reply");
    assertThat(reply.path("id").asString()).isEqualTo(ref);
    JsonNode thanks = buyer.socket().hearsType("event");
    JsonNode end = buyer.socket().hearsType("event");
    assertThat(thanks.path("event").path("text").asString()).isEqualTo(THANKS);
    assertThat(thanks.path("seq")).isEqualTo(reply.path("seq"));
    assertThat(end.path("event").path("type").asString()).isEqualTo("conversation.closed");
    assertThat(end.path("event").path("ratingAsked").asBoolean()).isTrue();
    assertThat(end.path("seq").asLong()).isEqualTo(reply.path("seq").asLong() + 1);
  }

  @Test
  void whoSendsItAgainOverAnotherLineClosesNothingTwice() {
    String ref = Cast.ref();
    try (Caller lost = new Cast(port, desk).asStaff(agent.member())) {
      lost.says(close(ref, "\"" + THANKS + "\"")); // and hears no answer
    }
    JsonNode first = answer(ref, THANKS);
    JsonNode again = answer(ref, THANKS);
    assertThat(again).isEqualTo(first);
    assertThat(again.path("type").asString()).isEqualTo("reply");
    assertThat(log()).endsWith("message.posted " + THANKS, "conversation.closed ");
    assertThat(log()).containsOnlyOnce("message.posted " + THANKS).containsOnlyOnce("conversation.closed ");
    assertThat(outcome(ref, "再见")).isEqualTo("REF_REUSED");
    assertThat(agent.socket().says(close(ref, "null")).hearsAbout(ref).path("code").asString())
        .isEqualTo("REF_REUSED");
    assertThat(outcome(Cast.ref(), THANKS)).isEqualTo("CLOSED");
  }

  @Test
  void thanksThatWereSaidWithoutAnEndAreNoRepeatOfTheClose() {
    String ref = Cast.ref();
    agent.socket().says("""
        {"type":"message.post","ref":"%s","conversation":"%s","revision":%d,"text":"%s"}""".formatted(ref,
        buyer.conversation(), revision, THANKS)).hearsAbout(ref);
    assertThat(outcome(ref, THANKS)).isEqualTo("REF_REUSED");
    assertThat(log()).doesNotContain("conversation.closed ");
  }

  @Test
  void whatMayNotBeSaidClosesNothing() {
    List<String> before = log();
    List<String> listed = forbidden.ofDesk("demo").toCompletableFuture().join();
    forbidden.replace("demo", List.of("慢走不送")).toCompletableFuture().join();
    try {
      Await.until("it is forbidden", () -> forbidden.in("demo", "慢走不送").toCompletableFuture().join() != null);
      JsonNode refusal = answer(Cast.ref(), "慢走 不送");
      assertThat(refusal.path("code").asString()).isEqualTo("FORBIDDEN_PHRASE");
      assertThat(refusal.path("words").asString()).contains("慢走不送");
    } finally {
      forbidden.replace("demo", listed).toCompletableFuture().join();
    }
    assertThat(outcome(Cast.ref(), " ")).isEqualTo("TEXT_EMPTY");
    assertThat(outcome(Cast.ref(), "谢".repeat(5_000))).isEqualTo("TEXT_TOO_LONG");
    assertThat(log()).isEqualTo(before);
    assertThat(outcome(Cast.ref(), THANKS)).isEqualTo("reply");
  }
}
