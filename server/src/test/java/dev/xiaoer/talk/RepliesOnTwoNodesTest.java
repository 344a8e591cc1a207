package dev.xiaoer.talk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.desk.Browser;
import dev.xiaoer.redis.Await;
import dev.xiaoer.redis.TestRedis;
import dev.xiaoer.redis.embedded.RedisEdition;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Two nodes on one Redis: a pack saved at one is what the other says, and nothing is said anew after both were killed.
@Execution(ExecutionMode.CONCURRENT)
class RepliesOnTwoNodesTest {

  private static final String NEW_WORDS = "我们都下班啦，明天早上见";

  @Test
  void newWordsAreSpokenByTheOtherNodeAndWhatWasToldIsNotToldAgain() {
    try (TestRedis redis = TestRedis.start(RedisEdition.EMBEDDED);
        Node one = Node.start("--spring.data.redis.port=" + redis.port());
        Node two = Node.start("--spring.data.redis.port=" + redis.port())) {
      one.up();
      two.up();
      var anna = new Buyer("anna", 1);
      anna.connect(two);
      anna.asks("aftersales", "我来问问");
      Await.until("anna is told that nobody is there", () -> told(anna).size() == 1);
      assertThat(told(anna).getFirst()).contains("服务时间");

      JsonNode pack = leader(one).get("/api/v1/desk/replies").json();
      String yaml = pack.path("yaml").asString() + "    off-hours: { text: " + NEW_WORDS + " }\n";
      JsonNode saved = leader(one).put("/api/v1/desk/replies", JsonMapper.shared().createObjectNode()
          .put("version", pack.path("version").asLong()).put("yaml", yaml).toString()).json();
      assertThat(saved.path("version").asLong()).as("%s", saved).isEqualTo(pack.path("version").asLong() + 1);
      Await.until("the other node has the new pack", () -> tried(two).contains(NEW_WORDS));
      var bo = new Buyer("bo", 2);
      bo.connect(two);
      bo.asks("aftersales", "有人么");
      Await.until("bo is told in the new words", () -> told(bo).equals(List.of(NEW_WORDS)));

      one.kill9();
      two.kill9();
      one.startAgain();
      one.up();
      anna.connect(one);
      anna.says("还是没人");
      anna.awaitReplies();
      var carl = new Buyer("carl", 3);
      carl.connect(one);
      carl.asks("aftersales", "也没人理我么");
      Await.until("carl is told in the new words", () -> told(carl).equals(List.of(NEW_WORDS)));
      assertThat(told(anna)).as("she knows already").filteredOn(text -> text.contains("服务时间")).hasSize(1);
      anna.sawEverythingOnce();
      two.startAgain();
    }
  }

  /// What the desk said by itself.
  private static List<String> told(Buyer buyer) {
    return buyer.screen(buyer.topic()).stream().map(frame -> frame.path("event"))
        .filter(event -> event.path("author").asString("").equals("desk")).map(event -> event.path("text").asString())
        .toList();
  }

  private static String tried(Node node) {
    return leader(node).post("/api/v1/desk/replies/try", """
        {"occasion":"SPOKE","scene":"NOBODY","text":"在","agent":"","shop":"小二茶具","waited":0,"position":1,
         "first":false}""").body();
  }

  private static Browser leader(Node node) {
    var browser = new Browser(node.port());
    browser.signIn("lin", "tea-for-everyone");
    return browser;
  }
}
