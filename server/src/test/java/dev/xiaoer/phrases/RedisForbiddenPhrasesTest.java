package dev.xiaoer.phrases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.redis.Await;
import dev.xiaoer.redis.TestRedis;
import dev.xiaoer.redis.embedded.RedisEdition;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RedisForbiddenPhrasesTest {

  private TestRedis redis;
  private RedisForbiddenPhrases here;
  private RedisForbiddenPhrases there;

  /// Two nodes.
  @BeforeAll
  void start() {
    redis = TestRedis.start(RedisEdition.EMBEDDED);
    here = new RedisForbiddenPhrases(redis.link());
    there = new RedisForbiddenPhrases(redis.link());
  }

  @AfterAll
  void stop() {
    here.destroy();
    there.destroy();
    redis.close();
  }

  @Test
  void whatOneNodeForbidsAllNodesForbidWithinTwoSeconds() {
    assertThat(said(there, "tea", "最便宜")).isNull();
    assertThat(said(there, "silk", "最便宜")).isNull();
    // A node that has just started does not listen at once.
    Await.until("the other node listens", () -> {
      here.replace("tea", List.of("先试试")).toCompletableFuture().join();
      return said(there, "tea", "先试试") != null;
    });
    for (int i = 0; i < 20; i++) {
      String phrase = "第" + i + "便宜";
      here.replace("tea", List.of("加微信", phrase)).toCompletableFuture().join();
      Await.within(Duration.ofSeconds(2), phrase + " is forbidden there",
          () -> phrase.equals(said(there, "tea", "这是" + phrase + "的")));
    }
    assertThat(said(there, "silk", "第19便宜")).isNull();
    here.replace("tea", List.of()).toCompletableFuture().join();
    Await.within(Duration.ofSeconds(2), "all may be said", () -> said(there, "tea", "加微信") == null);
  }

  private static @Nullable String said(ForbiddenPhrases node, String desk, String text) {
    return node.in(desk, text).toCompletableFuture().join();
  }
}
