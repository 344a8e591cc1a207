package dev.xiaoer.talk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.desk.Answer;
import dev.xiaoer.desk.Browser;
import dev.xiaoer.redis.Await;
import dev.xiaoer.redis.TestRedis;
import dev.xiaoer.redis.embedded.RedisEdition;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What is settled at one node decides at the other, without a restart of either.
@Execution(ExecutionMode.CONCURRENT)
class RulesOnTwoNodesTest {

  private static final String GROUP = "aftersales";

  @Test
  void hoursAndSignpostsThatArePutAtOneNodeDecideAtTheOther() {
    try (TestRedis redis = TestRedis.start(RedisEdition.EMBEDDED);
        Node one = Node.start("--spring.data.redis.port=" + redis.port());
        Node two = Node.start("--spring.data.redis.port=" + redis.port())) {
      one.up();
      two.up();
      var leader = new Browser(one.port());
      leader.signIn("chen", "tea-for-everyone");
      assertThat(door(two).path("open").asBoolean()).as("before").isTrue();
      settle(leader, rules -> {
        rules.putObject("signpost").putArray("orders");
        ((ObjectNode) rules.path("signpost")).putArray("pages").add("refund/*");
        ((ObjectNode) rules.path("hours").path("week")).putArray("MONDAY");
      });
      Await.until("it is closed at the other node", () -> !door(two).path("open").asBoolean());

      var ci = new Agent("ci", 1);
      ci.connect(two);
      ci.goesOnline();
      var anna = new Buyer("anna", 2);
      anna.connect(two);
      anna.asksFrom("refund/how", "在吗");
      anna.sees("nobody comes soon", frame -> frame.at("/signal/type").asString().equals("queue.position")
          && frame.at("/signal/onDuty").asInt() == 0);
      assertThat(ci.isServing(anna.conversation())).as("it is closed").isFalse();
      assertThat(door(two).path("onDuty").asInt()).as("for who comes now").isZero();

      settle(leader, rules -> ((ObjectNode) rules.path("hours")).putObject("week"));
      ci.has(anna.conversation());
    }
  }

  private static JsonNode door(Node node) {
    return one(new Browser(node.port()).get("/api/v1/shops/demo/widget").json().path("groups"), "id");
  }

  private static JsonNode one(JsonNode groups, String field) {
    return groups.valueStream().filter(group -> group.path(field).asString().equals(GROUP)).findFirst().orElseThrow();
  }

  private static void settle(Browser leader, Consumer<ObjectNode> change) {
    var rules = (ObjectNode) one(leader.get("/api/v1/desk/groups").json(), "group").path("rules");
    change.accept(rules);
    Answer saved = leader.put("/api/v1/desk/groups/" + GROUP + "/rules", rules.toString());
    assertThat(saved.status()).as("%s", saved).isEqualTo(200);
  }
}
