package dev.xiaoer.redis.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.redis.Durability;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EmbeddedRedisTest {
  @TempDir
  Path folder;

  private EmbeddedRedisSettings settings(RedisEdition edition) {
    return new EmbeddedRedisSettings(folder.resolve("data"), edition.executable().toString(), 0, Durability.STANDALONE,
        null);
  }

  private static String say(EmbeddedRedis redis, String... words) throws IOException {
    try (Wire wire = Wire.open(redis.port(), redis.password(), Duration.ofSeconds(5))) {
      return wire.say(words);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatWasWrittenIsThereAfterTheNextStart(RedisEdition edition) throws IOException {
    try (EmbeddedRedis redis = EmbeddedRedis.start(settings(edition))) {
      assertThat(say(redis, "INCR", "n")).isEqualTo("1");
    }
    try (EmbeddedRedis redis = EmbeddedRedis.start(settings(edition))) {
      assertThat(say(redis, "INCR", "n")).isEqualTo("2");
    }
  }
}
