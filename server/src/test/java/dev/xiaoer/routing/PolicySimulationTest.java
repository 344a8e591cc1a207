package dev.xiaoer.routing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.xiaoer.redis.RedisLink;
import dev.xiaoer.redis.TestRedis;
import dev.xiaoer.redis.embedded.RedisEdition;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Thousands of lives of a desk on one thread each, with a clock that is moved: at every step no cap is exceeded, no buyer
/// is two agents' or nobody's, the first in line is the first to go, nobody gets again what they let lie while others are
/// there; and after a sweep nobody waits while a suitable agent has a free place. Each build lives the same lives; a seed
/// is run alone with `-Drouting.seed=…`, others with `-Drouting.first=…` and many more with `-Drouting.lives=…`.
class PolicySimulationTest {

  private static final int LIVES = Integer.getInteger("routing.lives", 2_000);
  private static final long FIRST = Long.getLong("routing.first", 1);
  private static final int STEPS = 20;
  /// A mistake is looked for in longer lives, of which few have to be lived.
  private static final int LONG_LIFE = 30;

  private static @Nullable TestRedis redis;
  private static @Nullable RedisLink link;

  @BeforeAll
  static void start() {
    redis = TestRedis.start(RedisEdition.EMBEDDED);
    link = redis.link();
    // Nothing is killed here, so nothing has to be on disk.
    redis.cli("CONFIG", "SET", "appendonly", "no");
  }

  @AfterAll
  static void stop() {
    requireNonNull(redis).close();
  }

  private static void live(long seed, int steps, Map<String, String> mistakes) {
    try (var own = requireNonNull(redis).blockingLink(requireNonNull(link))) {
      new PolicyLife(own, seed, mistakes).live(steps);
    }
  }

  @Test
  void everyBuyerComesToTheRightAgentWhateverHappens() {
    Long one = Long.getLong("routing.seed");
    if (one != null) {
      live(one, LONG_LIFE, Map.of());
      return;
    }
    LongStream.range(FIRST, FIRST + LIVES).parallel().forEach(seed -> live(seed, STEPS, Map.of()));
  }

  /// What the checks do not find they do not check.
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
      has more than      | tonumber(seat[2]) < tonumber(seat[3])            | tonumber(seat[2]) <= tonumber(seat[3])
      before             | redis.call('ZRANGE', queue, rank, rank           | redis.call('ZREVRANGE', queue, rank, rank
      again              | barred[agents[place]] = true                     | barred[1] = true
      waits while        | while places > 0 and                             | while places > 9 and
      times at the desk  | redis.call('ZRANGE', pool, 0, -1)                | redis.call('ZRANGE', pool, 0, 0)
      rests though       | local pool = desk .. ':pool:' .. group           | local pool = desk .. ':tank:' .. group
      was left           | if hours == 'CLOSED' then                        | if hours == 'NEVER' then
      is 2 times at      | redis.call('ZREM', desk .. ':queue:' .. group    | redis.call('ZSCORE', desk .. ':queue:' .. group
      is 0 times at      | redis.call('ZADD', desk .. ':queue:' .. group    | redis.call('ZADD', desk .. ':lost:' .. group
      lately, went to    | return last, 'SERVED_LATELY'                     | return best(barred, count), 'SERVED_LATELY'
      """)
  void aMistakeInAScriptIsFound(String found, String right, String wrong) {
    Throwable fault = null;
    for (long seed = 1; seed <= 400 && fault == null; seed++) {
      long number = seed;
      fault = catchThrowable(() -> live(number, LONG_LIFE, Map.of(right, wrong)));
    }
    assertThat(fault).isInstanceOf(AssertionError.class).hasMessageContaining(found);
  }
}
