package dev.xiaoer.talk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.redis.TestRedis;
import dev.xiaoer.redis.embedded.RedisEdition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// A buyer and an agent talk.
@Execution(ExecutionMode.CONCURRENT)
class OneNodeTest {

  private static TestRedis redis;
  private static Node node;

  @BeforeAll
  static void open() {
    redis = TestRedis.start(RedisEdition.EMBEDDED);
    node = Node.start("--spring.data.redis.port=" + redis.port()).up();
  }

  @AfterAll
  static void close() {
    node.close();
    redis.close();
  }

  @Test
  void aBuyerAndAnAgentTalkBothWays() {
    var ci = new Agent("ci", 1);
    ci.connect(node);
    ci.goesOnline();
    var anna = new Buyer("anna", 2);
    anna.connect(node);
    anna.asks("aftersales", "在吗");
    ci.has(anna.conversation());
    ci.hears("在吗");
    anna.isServedBy("小瓷");
    ci.says(anna.conversation(), "亲，在的");
    anna.hears("亲，在的");
    anna.says("杯子碎了 💔");
    ci.hears("杯子碎了 💔");
    ci.notes(anna.conversation(), "送一个新的");
    ci.hears("送一个新的");
    ci.awaitReplies();
    anna.awaitReplies();
    assertThat(anna.texts()).containsExactly("在吗", "亲，在的", "杯子碎了 💔");
    ci.closes(anna.conversation());
    ci.hasNot(anna.conversation());
    anna.says("还在吗");
    anna.isRefused("CLOSED");
    anna.sawEverythingOnce();
    ci.sawEverythingOnce();
    ci.goesOffline();
  }
}
