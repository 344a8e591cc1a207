package dev.xiaoer.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.desk.Answer;
import dev.xiaoer.desk.WithDesk;
import dev.xiaoer.gateway.SeatStage.Member;
import dev.xiaoer.groups.GroupRules;
import dev.xiaoer.protocol.Frame.Role;
import dev.xiaoer.redis.Await;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/// What agents say of their seats, and what they and those who lead the desk see of it (B1, B2).
@WithDesk
class SeatsOverSocketsTest {

  private static final String HANG_UP = "\"reason\":\"%s\",\"away\":\"%s\",\"minutes\":%d";

  @LocalServerPort
  int port;

  @Autowired
  ApplicationContext desk;

  private SeatStage stage;

  @BeforeEach
  void open() {
    stage = new SeatStage(port, desk);
  }

  private Member leader() {
    Member leader = stage.member(Role.SUPERVISOR);
    leader.follows("d:" + stage.id + ":supervisors");
    return leader;
  }

  private static JsonNode seatOf(Member asking, Member of) {
    return asking.browser().get("/api/v1/desk/seats").json().valueStream()
        .filter(one -> one.path("agent").asString().equals(of.id())).findFirst().orElseThrow();
  }

  @Test
  void aHangUpIsSeenOnEveryScreenUntilItIsOverdue() {
    Member leader = leader();
    Member agent = stage.online(Role.AGENT);
    String conversation = stage.asks();
    agent.hears("conversation.given");
    agent.hangsUp();
    JsonNode changed = agent.socket().hears("hung up", frame -> frame.path("event").path("state").asString("")
        .equals("HUNG_UP")).path("event");
    assertThat(changed.path("until").asLong()).isEqualTo(changed.path("since").asLong() + 600_000);
    assertThat(changed.path("reason").asString()).isEqualTo("去洗手间");
    assertThat(changed.path("away").asString()).isEqualTo("马上回来");
    JsonNode told = leader.socket().hears("the supervisor is told", frame -> frame.path("event").path("state")
        .asString("").equals("HUNG_UP")).path("event");
    assertThat(told.path("agent").asString()).isEqualTo(agent.id());
    assertThat(told.path("until").asLong()).isEqualTo(changed.path("until").asLong());

    Member again = stage.again(agent);
    for (String path : List.of("/api/v1/seat", "/api/v1/staff/me/desk")) {
      JsonNode seat = again.browser().get(path).json();
      assertThat(seat.path("state").asString()).as("a page that is loaded again").isEqualTo("HUNG_UP");
      assertThat(seat.path("until").asLong()).isEqualTo(changed.path("until").asLong());
      assertThat(seat.path("reason").asString()).isEqualTo("去洗手间");
      assertThat(seat.path("conversations").path(0).path("conversation").asString()).isEqualTo(conversation);
    }
    JsonNode seen = seatOf(leader, agent);
    assertThat(seen.path("state").asString()).isEqualTo("HUNG_UP");
    assertThat(seen.path("load").asInt()).isEqualTo(1);
    assertThat(seen.path("unanswered").asInt()).isEqualTo(1);

    stage.later(Duration.ofMinutes(8));
    assertThat(again.hears("availability.warned").path("until").asLong()).isEqualTo(changed.path("until").asLong());
    stage.later(Duration.ofMinutes(2));
    assertThat(leader.hears("agent.overdue").path("since").asLong()).isEqualTo(changed.path("until").asLong());
    assertThat(again.seat().path("state").asString()).isEqualTo("OVERDUE");
    again.does("availability.set", "\"state\":\"ONLINE\"");
    assertThat(again.seat().path("state").asString()).isEqualTo("ONLINE");
    assertThat(again.seat().path("until").isNull()).isTrue();
  }

  @Test
  void whatMayNotBeIsRefusedWithACodeAndWords() {
    Member agent = stage.member(Role.AGENT);
    assertThat(agent.refused("availability.hang-up", HANG_UP.formatted("开会", "马上回来", 10))).isEqualTo("NOT_NOW");
    assertThat(agent.refused("availability.set", "\"state\":\"DRAINING\"")).isEqualTo("NOT_NOW");
    assertThat(agent.refused("break.take", "")).isEqualTo("NOT_NOW");
    agent.does("availability.set", "\"state\":\"ONLINE\"");
    assertThat(agent.refused("availability.hang-up", HANG_UP.formatted("", "马上回来", 10))).isEqualTo("REASON_MISSING");
    assertThat(agent.refused("availability.hang-up", HANG_UP.formatted("开会", " ", 10)))
        .isEqualTo("AWAY_REPLY_MISSING");
    assertThat(agent.refused("availability.hang-up", HANG_UP.formatted("开会", "马上回来", 11)))
        .isEqualTo("NEEDS_CONSENT");
    assertThat(agent.refused("availability.hang-up", HANG_UP.formatted("长".repeat(51), "马上回来", 10)))
        .isEqualTo("TEXT_TOO_LONG");
    assertThat(agent.refused("availability.hang-up", HANG_UP.formatted("开会", "\\u0007马上回来", 10)))
        .isEqualTo("BAD_TEXT");
    for (int minutes : List.of(0, -1, 481)) {
      assertThat(agent.refused("availability.hang-up", HANG_UP.formatted("开会", "马上回来", minutes)))
          .isEqualTo("INVALID");
    }
    for (String state : List.of("HUNG_UP", "ON_BREAK", "OVERDUE", "ASLEEP")) {
      assertThat(agent.refused("availability.set", "\"state\":\"" + state + "\"")).isEqualTo("INVALID");
    }
    stage.asks();
    agent.hears("conversation.given");
    assertThat(agent.refused("availability.set", "\"state\":\"OFFLINE\"")).isEqualTo("STILL_SERVING");
    stage.settle(rules -> withFloor(rules, 1));
    assertThat(agent.refused("availability.hang-up", HANG_UP.formatted("开会", "马上回来", 10)))
        .isEqualTo("BELOW_FLOOR");
    assertThat(agent.refused("break.take", "")).isEqualTo("BELOW_FLOOR");
    assertThat(agent.seat().path("state").asString()).isEqualTo("ONLINE");
  }

  private static GroupRules withFloor(GroupRules rules, int floor) {
    return new GroupRules(rules.group(), rules.version(), rules.hangUp(), rules.breaks(), floor, rules.servedLately(),
        rules.overflow(), rules.answerWithin(), rules.manualPick(), rules.weights(), rules.hours(), rules.queue(),
        rules.transfer(), rules.tiers(), rules.signpost());
  }

  @Test
  void moreTimeIsAskedForAndDecidedOnByWhoLeadsTheDesk() {
    Member leader = leader();
    Member agent = stage.online(Role.AGENT);
    agent.does("availability.ask-time", "\"minutes\":5,\"reason\":\"去仓库看货\"");
    String request = leader.hears("time.asked").path("request").asString();
    JsonNode listed = leader.browser().get("/api/v1/desk/time-requests").json();
    assertThat(listed.size()).isEqualTo(1);
    assertThat(listed.path(0).path("request").asString()).isEqualTo(request);
    assertThat(listed.path(0).path("agent").asString()).isEqualTo(agent.id());
    assertThat(listed.path(0).path("minutes").asInt()).isEqualTo(5);
    assertThat(listed.path(0).path("reason").asString()).isEqualTo("去仓库看货");

    String decision = "/api/v1/desk/time-requests/" + request + "/decision";
    String granted = "{\"granted\":true,\"minutes\":5,\"note\":\"快去快回\"}";
    assertThat(agent.browser().post(decision, granted).status()).as("not one's own").isEqualTo(403);
    Member elsewhere = new SeatStage(port, desk).member(Role.ADMIN);
    assertThat(elsewhere.browser().get("/api/v1/desk/time-requests").json()).isEmpty();
    assertThat(elsewhere.browser().post(decision, granted).status()).isEqualTo(404);
    for (String wrong : List.of("{\"granted\":true,\"minutes\":0}", "{\"granted\":false,\"minutes\":5}",
        "{\"granted\":true,\"minutes\":481}", "{\"granted\":true,\"minutes\":25}", "{\"minutes\":5}")) {
      assertThat(leader.browser().post(decision, wrong).status()).as(wrong).isEqualTo(400);
    }
    assertThat(leader.browser().post(decision, granted).status()).isEqualTo(204);
    JsonNode decided = agent.hears("time.decided");
    assertThat(decided.path("granted").asBoolean()).isTrue();
    assertThat(decided.path("by").asString()).isEqualTo(leader.id());
    assertThat(decided.path("note").asString()).isEqualTo("快去快回");
    assertThat(leader.hears("time.decided")).isEqualTo(decided);
    assertThat(leader.browser().post(decision, granted).status()).as("once").isEqualTo(404);
    assertThat(leader.browser().get("/api/v1/desk/time-requests").json()).isEmpty();
    agent.does("availability.hang-up", HANG_UP.formatted("去仓库看货", "马上回来", 15));
  }

  @Test
  void breaksAreTakenInTurn() {
    Member first = stage.online(Role.AGENT);
    Member second = stage.online(Role.AGENT);
    first.does("break.take", "");
    second.does("break.take", "");
    assertThat(second.hears("break.waiting").path("position").asInt()).isEqualTo(1);
    assertThat(second.seat().path("breakPosition").asInt()).isEqualTo(1);
    assertThat(first.seat().path("state").asString()).isEqualTo("ON_BREAK");
    first.does("availability.set", "\"state\":\"ONLINE\"");
    JsonNode ready = second.hears("break.ready");
    assertThat(ready.path("until").asLong()).isPositive();
    second.does("break.withdraw", "");
    assertThat(second.hears("break.waiting").path("position").asInt()).isZero();
  }

  @Test
  void whoFinishesIsOffDutyWithTheLast() {
    Member agent = stage.online(Role.AGENT);
    String conversation = stage.asks();
    long revision = agent.hears("conversation.given").path("revision").asLong();
    agent.does("availability.set", "\"state\":\"DRAINING\"");
    agent.does("conversation.close", "\"conversation\":\"" + conversation + "\",\"revision\":" + revision);
    Await.until("off duty", () -> agent.seat().path("state").asString().equals("OFFLINE"));
  }

  @Test
  void anAgentSettlesTheOwnSeat() {
    Member agent = stage.member(Role.AGENT);
    assertThat(agent.seat().path("hangUpAt").isNull()).isTrue();
    Answer without = agent.browser().put("/api/v1/seat/settings", "{\"hangUpAt\":2,\"awayText\":\" \"}");
    assertThat(without.status()).isEqualTo(400);
    assertThat(without.code()).isEqualTo("AWAY_REPLY_MISSING");
    for (String wrong : List.of("{\"hangUpAt\":0,\"awayText\":\"稍等\"}", "{\"hangUpAt\":1001,\"awayText\":\"稍等\"}",
        "{\"hangUpAt\":2,\"awayText\":\"" + "长".repeat(501) + "\"}", "{\"hangUpAt\":2}")) {
      assertThat(agent.browser().put("/api/v1/seat/settings", wrong).status()).as(wrong).isEqualTo(400);
    }
    Answer settled = agent.browser().put("/api/v1/seat/settings", "{\"hangUpAt\":1,\"awayText\":\" 稍等，正在接待 \"}");
    assertThat(settled.json().path("awayText").asString()).isEqualTo("稍等，正在接待");
    assertThat(agent.seat().path("hangUpAt").asInt()).isEqualTo(1);
    assertThat(agent.seat().path("awayText").asString()).isEqualTo("稍等，正在接待");
    agent.does("availability.set", "\"state\":\"ONLINE\"");
    stage.asks();
    Await.until("hung up", () -> agent.seat().path("state").asString().equals("HUNG_UP"));
    assertThat(agent.seat().path("away").asString()).isEqualTo("稍等，正在接待");
    agent.browser().put("/api/v1/seat/settings", "{\"hangUpAt\":null,\"awayText\":\"\"}");
    assertThat(agent.seat().path("hangUpAt").isNull()).isTrue();
  }
}
