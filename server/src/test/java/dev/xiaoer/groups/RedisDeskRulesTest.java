package dev.xiaoer.groups;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.json.StrictJson;
import dev.xiaoer.redis.Await;
import dev.xiaoer.redis.TestRedis;
import dev.xiaoer.redis.embedded.RedisEdition;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RedisDeskRulesTest extends DeskRulesContract {

  private TestRedis redis;
  private RedisDeskRules here;
  private RedisDeskRules there;

  /// Two nodes.
  @BeforeAll
  void start() {
    redis = TestRedis.start(RedisEdition.EMBEDDED);
    here = node();
    there = node();
    // A node that has just started does not listen at once.
    Await.until("the other node listens", () -> {
      save(here, "warm", here.of("warm", "g"));
      return there.of("warm", "g").version() > 0;
    });
  }

  private RedisDeskRules node() {
    return new RedisDeskRules(redis.link(), new StrictJson().mapper(), TestRules.defaults());
  }

  @AfterAll
  void stop() {
    here.destroy();
    there.destroy();
    redis.close();
  }

  @Override
  DeskRules rules() {
    return here;
  }

  private static GroupRules save(RedisDeskRules node, String desk, GroupRules wanted) {
    return Objects.requireNonNull(node.save(desk, wanted).toCompletableFuture().join());
  }

  @Test
  void whatOneNodeSettlesHoldsOnTheOthersWithinTwoSeconds() {
    assertThat(there.of("tea", "g").version()).isZero();
    GroupRules rules = here.of("tea", "g");
    for (int i = 1; i <= 10; i++) {
      rules = save(here, "tea", rules.withWeights(Map.of("a1", i)));
      GroupRules settled = rules;
      Await.within(Duration.ofSeconds(2), "weight " + i + " holds there",
          () -> there.of("tea", "g").equals(settled));
    }
    assertThat(there.all("tea")).containsExactly(rules);
  }

  @Test
  void whoListensHearsOfTheDeskOnceTheNewRulesAreThere() {
    var heard = new ConcurrentLinkedQueue<String>();
    there.onChange(desk -> heard.add(desk + ' ' + there.of(desk, "g").weights()));
    save(here, "silk", here.of("silk", "g").withWeights(Map.of("a1", 3)));
    Await.until("the change is heard", () -> heard.contains("silk {a1=3}"));
  }

  @Test
  void aNodeThatStartsKnowsWhatWasSettledBefore() {
    GroupRules settled = save(here, "jade", full(0));
    try (var node = new Closing(node())) {
      node.rules.know(List.of("jade", "never"));
      assertThat(node.rules.of("jade", "g")).isEqualTo(settled);
      assertThat(node.rules.of("never", "g").version()).isZero();
    }
  }

  private record Closing(RedisDeskRules rules) implements AutoCloseable {
    @Override
    public void close() {
      rules.destroy();
    }
  }
}
