package dev.xiaoer.talk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.desk.Browser;
import dev.xiaoer.redis.TestRedis;
import dev.xiaoer.redis.embedded.RedisEdition;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Buyers wait, move up, and come back to the front when their agent is gone.
class QueueTest {

  private static TestRedis redis;
  private static Node node;
  private final List<Agent> onDuty = new ArrayList<>();
  private final List<Buyer> buyers = new ArrayList<>();

  @BeforeAll
  static void open() {
    redis = TestRedis.start(RedisEdition.EMBEDDED);
    node = Node.start("--spring.data.redis.port=" + redis.port(), "--desk.lease.agent=1s",
        "--desk.lease.renew-every=300ms", "--desk.lease.grace=2s").up();
    var admin = new Browser(node.port());
    admin.signIn("chen", "tea-for-everyone");
    for (JsonNode member : admin.get("/api/v1/staff").json()) {
      if (member.path("groups").toString().contains("aftersales") && member.path("role").asString().equals("AGENT")) {
        admin.put("/api/v1/staff/" + member.path("id").asString(), """
            {"displayName":"%s","role":"AGENT","groups":%s,"cap":2}"""
            .formatted(member.path("displayName").asString(), member.path("groups")));
      }
    }
  }

  @AfterAll
  static void close() {
    node.close();
    redis.close();
  }

  @AfterEach
  void everybodyGoesHome() {
    for (Buyer buyer : buyers) {
      onDuty.stream().filter(agent -> agent.isServing(buyer.conversation()))
          .forEach(agent -> agent.closes(buyer.conversation()));
    }
    onDuty.forEach(Agent::awaitReplies);
    onDuty.forEach(Agent::goesOffline);
    onDuty.forEach(Person::cut);
  }

  private Agent agent(String name) {
    var agent = new Agent(name, name.hashCode());
    agent.connect(node);
    onDuty.add(agent);
    return agent;
  }

  private Buyer buyer(String name) {
    var buyer = new Buyer(name, name.hashCode());
    buyer.connect(node);
    buyers.add(buyer);
    return buyer;
  }

  @Test
  void theOneWhoWaitsLongestIsNextAndEverybodyMovesUp() {
    Agent ci = agent("ci").goesOnline();
    Buyer first = buyer("first").asks("aftersales", "1");
    Buyer second = buyer("second").asks("aftersales", "2");
    ci.has(first.conversation());
    ci.has(second.conversation());
    Buyer third = buyer("third").asks("aftersales", "3");
    third.isNumber(1);
    Buyer fourth = buyer("fourth").asks("aftersales", "4");
    fourth.isNumber(2);
    ci.closes(first.conversation());
    ci.has(third.conversation());
    fourth.isNumber(1);
    ci.closes(second.conversation());
    ci.has(fourth.conversation());
    assertThat(ci.isServing(first.conversation())).isFalse();
  }

  @Test
  void whoWaitsIsServedAsSoonAsSomebodyComesOnDuty() {
    Buyer early = buyer("early").asks("aftersales", "有人吗");
    early.isNumber(1);
    Agent ci = agent("ci").goesOnline();
    ci.has(early.conversation());
  }

  @Test
  void whatALostAgentHeldGoesToAnotherInFrontOfNewcomers() {
    Agent ci = agent("ci").goesOnline();
    Buyer held = buyer("held").asks("aftersales", "在吗");
    ci.has(held.conversation());
    Buyer answered = buyer("answered").asks("aftersales", "几点发货");
    ci.has(answered.conversation());
    ci.says(answered.conversation(), "今天");
    answered.hears("今天");
    ci.cut();
    Buyer newcomer = buyer("newcomer").asks("aftersales", "新来的");
    held.sees("number 1", signal -> signal.path("signal").path("position").asInt() == 1);
    newcomer.isNumber(2);
    Agent shu = agent("shu").goesOnline();
    shu.has(held.conversation());
    held.isServedBy("阿舒");
    shu.has(newcomer.conversation());
    assertThat(shu.isServing(answered.conversation())).as("answered: it stays until its buyer writes").isFalse();
    shu.closes(newcomer.conversation());
    answered.says("还有一个问题");
    shu.has(answered.conversation());
    ci.connect(node);
    ci.hasNot(held.conversation());
    ci.says(held.conversation(), "我回来了");
    ci.isRefused("STALE");
  }

  @Test
  void anAgentWhoComesBackInTimeKeepsEverything() {
    Agent ci = agent("ci").goesOnline();
    Buyer buyer = buyer("patient").asks("aftersales", "在吗");
    ci.has(buyer.conversation());
    ci.cut();
    ci.connect(node);
    ci.says(buyer.conversation(), "刚才断线了");
    buyer.hears("刚才断线了");
    ci.sawEverythingOnce();
  }
}
