package dev.xiaoer.talk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.desk.Browser;
import dev.xiaoer.redis.Await;
import dev.xiaoer.redis.TestRedis;
import dev.xiaoer.redis.embedded.RedisEdition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/// What goes with talking, over two nodes: a card, second thoughts, a colleague's help, the rating, and coming back.
@Execution(ExecutionMode.CONCURRENT)
class AfterTalkTest {

  @Test
  void aBuyerShowsTakesBackIsHelpedRatesAndComesBack() {
    try (TestRedis redis = TestRedis.start(RedisEdition.EMBEDDED);
        Node one = Node.start("--spring.data.redis.port=" + redis.port());
        Node two = Node.start("--spring.data.redis.port=" + redis.port())) {
      one.up();
      two.up();
      var ci = new Agent("ci", 1);
      ci.connect(two);
      ci.goesOnline();
      var shu = new Agent("shu", 2);
      shu.connect(one);
      shu.listensTo("d:demo:group:aftersales");
      var anna = new Buyer("anna", 3);
      anna.connect(one);
      anna.asks("aftersales", "杯子碎了");
      ci.has(anna.conversation());
      shu.sees("the group move", frame -> frame.path("signal").path("type").asString("").equals("group.changed"));

      anna.shows(product(one));
      shows(ci, anna.topic(), "card.posted");
      long mistake = anna.replyTo(anna.says("卡号 6222")).path("seq").asLong();
      ci.hears("卡号 6222");
      anna.recalls(mistake);
      shows(ci, anna.topic(), "message.recalled");
      assertThat(event(anna.inAnotherTabAt(two), anna.topic(), mistake)).isEqualTo("message.withdrawn");

      ci.replyTo(ci.notes(anna.conversation(), "请帮忙看一下", id(two, "shu")));
      Await.until("shu is mentioned once", () -> mentions(shu, id(one, "shu")) == 1);
      ci.replyTo(ci.says(anna.conversation(), "给您补发"));
      String first = anna.conversation();
      ci.replyTo(ci.closes(first));
      shows(anna, anna.topic(), "conversation.closed");
      anna.rates(5, "很快");
      shows(ci, "c:" + first + ":buyer", "conversation.rated");

      anna.asksAgain("aftersales", "还有一个问题", "138 0000 0000");
      assertThat(anna.conversation()).isNotEqualTo(first);
      ci.has(anna.conversation());
      shows(ci, "c:" + anna.conversation() + ":staff", "contact.left");
      assertThat(opening(ci, anna).path("previous").asString()).isEqualTo(first);
      anna.sawEverythingOnce();
      ci.sawEverythingOnce();
    }
  }

  private static String product(Node node) {
    return signedIn(node, "ci").get("/api/v1/shops/demo/products").json().path("products").get(0).path("id")
        .asString();
  }

  private static String id(Node node, String name) {
    return signedIn(node, name).get("/api/v1/staff/me").json().path("id").asString();
  }

  private static Browser signedIn(Node node, String name) {
    var browser = new Browser(node.port());
    browser.signIn(name, "tea-for-everyone");
    return browser;
  }

  private static void shows(Person person, String topic, String type) {
    Await.until(person + " sees " + type, () -> person.screen(topic).stream().anyMatch(frame -> isOf(frame, type)));
  }

  private static boolean isOf(JsonNode frame, String type) {
    return frame.path("event").path("type").asString("").equals(type);
  }

  private static String event(Person person, String topic, long seq) {
    Await.until(person + " has read the log", () -> person.screen(topic).stream()
        .anyMatch(frame -> isOf(frame, "message.recalled")));
    return person.screen(topic).stream().filter(frame -> frame.path("seq").asLong() == seq).findFirst().orElseThrow()
        .path("event").path("type").asString();
  }

  private static long mentions(Person person, String id) {
    return person.screen("d:demo:agent:" + id).stream().filter(frame -> isOf(frame, "mentioned")).count();
  }

  private static JsonNode opening(Person person, Buyer buyer) {
    return person.screen(buyer.topic()).getFirst().path("event");
  }
}
