package dev.xiaoer.conversation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.check.Violation;
import dev.xiaoer.hub.TestHubs;
import dev.xiaoer.redis.RedisLink;
import dev.xiaoer.redis.TestRedis;
import dev.xiaoer.redis.WeakenedLink;
import dev.xiaoer.redis.embedded.RedisEdition;
import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/// The scripts that append do what plain maps do, and the checker finds nothing. A number that fails is run again with
/// `new AppendHistory(link, number)` on an empty Redis.
class AppendPropertiesTest {

  private static final int STEPS = 60;

  private static @Nullable TestRedis embedded;
  private static @Nullable RedisLink link;
  private static final Set<Long> USED = new HashSet<>();

  @BeforeContainer
  static void start() {
    TestRedis redis = TestRedis.start(RedisEdition.EMBEDDED);
    embedded = redis;
    link = warm(link(redis));
  }

  @AfterContainer
  static void stop() {
    requireNonNull(embedded).close();
  }

  /// Nothing is killed here, so nothing has to be on disk.
  private static RedisLink link(TestRedis redis) {
    RedisLink link = redis.link();
    redis.cli("CONFIG", "SET", "appendfsync", "no");
    return link;
  }

  /// A script that Redis does not know yet is sent a second time, behind what was sent meanwhile: so that it knows all.
  private static RedisLink warm(RedisLink link) {
    new AppendHistory(link, 0).live(400).violations();
    return link;
  }

  @Property(tries = 2_000, shrinking = ShrinkingMode.OFF)
  void theScriptsAnswerAndWriteAsTheModel(@ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long number) {
    if (USED.add(number)) {
      new AppendHistory(requireNonNull(link), number).live(STEPS).agreesWithTheModel();
    }
  }

  @Property(tries = 1)
  void theSameOnTheRedisOfTheMachine() {
    try (TestRedis redis = TestRedis.start(RedisEdition.PATH)) {
      RedisLink modern = warm(link(redis));
      for (long number = 1; number <= 1_000; number++) {
        new AppendHistory(modern, number).live(STEPS).agreesWithTheModel();
      }
    }
  }

  /// Negative control: nobody remembers a ref.
  @Property(tries = 1)
  void theCheckerCatchesARefThatIsNotLookedAt() {
    assertThat(caughtWithout("C3", script -> script.replaceFirst("local said = redis.call\\('HGET', refs, ref\\)",
        "local said = nil"))).isGreaterThan(50);
  }

  /// Negative control: an agent's command is not held against owner and revision.
  @Property(tries = 1)
  void theCheckerCatchesAnOwnerThatIsNotLookedAt() {
    assertThat(caughtWithout("C8", script -> script.replaceFirst("known\\[3\\] ~= agent or known\\[4\\] ~= revision",
        "false"))).isGreaterThan(50);
  }

  /// In how many of a hundred histories the checker finds something, in words that name the check.
  private static int caughtWithout(String check, UnaryOperator<String> weaken) {
    try (TestRedis redis = TestRedis.start(RedisEdition.EMBEDDED)) {
      RedisLink weak = warm(new WeakenedLink(link(redis), weaken));
      int caught = 0;
      for (long number = 1; number <= 100; number++) {
        var conversations = TestConversations.over(weak, TestHubs.silent(), TestHubs.ids(number));
        caught += new AppendHistory(weak, conversations, number).live(STEPS).violations().stream()
            .map(Violation::check).anyMatch(check::equals) ? 1 : 0;
      }
      return caught;
    }
  }
}
