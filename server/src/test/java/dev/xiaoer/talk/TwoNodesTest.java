package dev.xiaoer.talk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.redis.TestRedis;
import dev.xiaoer.redis.embedded.RedisEdition;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/// Two nodes on one Redis: buyer on one, agent on the other; one is killed, both go on at the other.
@Execution(ExecutionMode.CONCURRENT)
class TwoNodesTest {

  @ParameterizedTest
  @EnumSource(RedisEdition.class)
  void bothGoOnAtTheOtherNodeAndNothingIsLostDoubledOrOutOfOrder(RedisEdition edition) {
    try (TestRedis redis = TestRedis.start(edition);
        Node one = Node.start("--spring.data.redis.port=" + redis.port());
        Node two = Node.start("--spring.data.redis.port=" + redis.port())) {
      one.up();
      two.up();
      var ci = new Agent("ci", 1);
      ci.connect(two);
      ci.goesOnline();
      var anna = new Buyer("anna", 2);
      anna.connect(one);
      anna.asks("aftersales", "第0句");
      ci.has(anna.conversation());

      for (int i = 1; i <= 100; i++) {
        anna.says("买家" + i);
        ci.says(anna.conversation(), "客服" + i);
        if (i == 50) {
          one.kill9();
          anna.connect(two);
        }
      }
      anna.awaitReplies();
      ci.awaitReplies();
      one.startAgain();
      one.up();
      ci.cut();
      ci.connect(one);
      for (int i = 101; i <= 150; i++) {
        anna.says("买家" + i);
        ci.says(anna.conversation(), "客服" + i);
      }
      anna.awaitReplies();
      ci.awaitReplies();
      anna.hears("客服150");
      ci.hears("买家150");

      assertThat(ordered(anna.screen(anna.topic()), "买家")).isEqualTo(numbers(150));
      assertThat(ordered(anna.screen(anna.topic()), "客服")).isEqualTo(numbers(150));
      assertThat(ids(ci, anna.topic())).isEqualTo(ids(anna, anna.topic()));
      anna.sawEverythingOnce();
      ci.sawEverythingOnce();
    }
  }

  private static List<String> ids(Person person, String topic) {
    return person.screen(topic).stream().map(frame -> frame.path("seq").asLong() + " " + frame.path("id").asString())
        .toList();
  }

  private static List<Integer> ordered(List<JsonNode> screen, String who) {
    return screen.stream().map(frame -> frame.path("event").path("text").asString(""))
        .filter(text -> text.startsWith(who)).map(text -> Integer.valueOf(text.substring(2))).toList();
  }

  private static List<Integer> numbers(int last) {
    return IntStream.rangeClosed(1, last).boxed().toList();
  }
}
