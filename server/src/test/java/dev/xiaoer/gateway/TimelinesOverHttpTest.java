package dev.xiaoer.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.desk.Answer;
import dev.xiaoer.desk.WithDesk;
import dev.xiaoer.gateway.SeatStage.Member;
import dev.xiaoer.protocol.Frame.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/// When an agent was in which state, and who may know.
@WithDesk
class TimelinesOverHttpTest {

  @LocalServerPort
  int port;

  @Autowired
  ApplicationContext desk;

  private static Answer day(Member asking, String of, LocalDate day) {
    return asking.browser().get("/api/v1/desk/agents/" + of + "/timeline?day=" + day);
  }

  @Test
  void theDayIsTheAgentsAndOfThoseWhoLeadTheDesk() {
    var stage = new SeatStage(port, desk);
    Member agent = stage.online(Role.AGENT);
    agent.hangsUp();
    agent.does("availability.set", "\"state\":\"ONLINE\"");
    agent.does("availability.set", "\"state\":\"OFFLINE\"");
    // by the clocks of the agent's group
    LocalDate today = Instant.ofEpochMilli(agent.seat().path("since").asLong()).atZone(ZoneId.of("Asia/Shanghai"))
        .toLocalDate();
    JsonNode own = agent.browser().get("/api/v1/seat/timeline?day=" + today).json();
    assertThat(own.valueStream().map(one -> one.path("state").asString()))
        .containsExactly("ONLINE", "HUNG_UP", "ONLINE", "OFFLINE");
    JsonNode hungUp = own.path(1);
    assertThat(hungUp.path("reason").asString()).isEqualTo("去洗手间");
    assertThat(hungUp.path("by").asString()).isEqualTo(agent.id());
    assertThat(hungUp.path("from").asLong()).isEqualTo(own.path(0).path("to").asLong());
    assertThat(hungUp.path("to").asLong()).isEqualTo(own.path(2).path("from").asLong());
    assertThat(own.path(3).path("to").isNull()).isTrue();

    Member leader = stage.member(Role.SUPERVISOR);
    assertThat(day(leader, agent.id(), today).json()).isEqualTo(own);
    assertThat(day(leader, agent.id(), today.minusDays(1)).json()).isEmpty();
    assertThat(day(leader, agent.id(), today.plusDays(1)).json()).as("nobody knows").isEmpty();

    assertThat(day(stage.member(Role.AGENT), agent.id(), today).status()).as("a colleague").isEqualTo(403);
    assertThat(day(new SeatStage(port, desk).member(Role.ADMIN), agent.id(), today).code()).as("another desk")
        .isEqualTo("NOT_FOUND");
    assertThat(day(leader, "nobody", today).code()).isEqualTo("NOT_FOUND");
    for (String wrong : List.of("", "?day=", "?day=today", "?day=2026-13-01", "?day=1")) {
      Answer answer = agent.browser().get("/api/v1/seat/timeline" + wrong);
      assertThat(answer.status()).as(wrong).isEqualTo(400);
      assertThat(answer.code()).as(wrong).isEqualTo("INVALID");
    }
  }
}
