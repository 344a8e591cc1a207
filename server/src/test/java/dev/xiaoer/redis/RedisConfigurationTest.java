package dev.xiaoer.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.redis.embedded.EmbeddedRedis;
import dev.xiaoer.redis.embedded.RedisEdition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.health.DataRedisHealthContributorAutoConfiguration;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.data.redis.core.StringRedisTemplate;

class RedisConfigurationTest {
  @TempDir
  Path folder;

  private final ApplicationContextRunner desk = new ApplicationContextRunner()
      .withConfiguration(AutoConfigurations.of(DataRedisAutoConfiguration.class,
          DataRedisHealthContributorAutoConfiguration.class))
      .withBean(SecureRandom.class)
      .withUserConfiguration(Room.class);

  @ComponentScan(basePackageClasses = RedisLink.class)
  @ConfigurationPropertiesScan(basePackageClasses = RedisLink.class)
  static class Room {}

  @Test
  void whereNoRedisIsNamedTheDeskBringsItsOwn() {
    Path data = folder.resolve("data");
    desk.withPropertyValues("desk.redis.data=" + data).run(context -> {
      RedisLink link = context.getBean(RedisLink.class);
      Script put = TestScripts.script("put", "redis.call('SET', KEYS[1], 'v') return {1}");
      assertThat(link.write(put, List.of("{t}:k")).toCompletableFuture().join()).containsExactly(1L);
      assertThat(context.getBean(StringRedisTemplate.class).opsForValue().get("{t}:k")).isEqualTo("v");
      assertThat(context).hasSingleBean(EmbeddedRedis.class);
    });
    assertThat(Files.exists(data.resolve("redis.log"))).isTrue();
    assertThat(Files.exists(data.resolve("redis.pid"))).as("stopped with the desk").isFalse();
  }

  @Test
  void whereOneIsNamedItStartsNone() {
    try (TestRedis redis = TestRedis.start(RedisEdition.EMBEDDED)) {
      desk.withPropertyValues("spring.data.redis.host=127.0.0.1", "spring.data.redis.port=" + redis.port())
          .run(context -> {
            assertThat(context).doesNotHaveBean(EmbeddedRedis.class);
            assertThat(context.getBean(RedisLink.class).available()).isTrue();
          });
    }
  }

  @Test
  void healthIsAScriptAndTellsTheDurability() {
    try (TestRedis redis = TestRedis.start(RedisEdition.EMBEDDED, "--appendfsync", "everysec")) {
      desk.withPropertyValues("spring.data.redis.url=redis://127.0.0.1:" + redis.port(),
          "desk.redis.durability=relaxed")
          .run(context -> {
            RedisHealthIndicator health = context.getBean(RedisHealthIndicator.class);
            assertThat(health.health().getStatus()).isEqualTo(Status.UP);
            assertThat(health.health().getDetails()).containsEntry("durability", "relaxed");
            redis.cli("CONFIG", "SET", "maxmemory", "1");
            assertThat(redis.cli("PING")).isEqualTo("PONG");
            assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
          });
    }
  }

  @Test
  void aWeakRedisKeepsTheDeskFromStarting() {
    try (TestRedis redis = TestRedis.start(RedisEdition.EMBEDDED, "--appendfsync", "everysec")) {
      desk.withPropertyValues("spring.data.redis.url=redis://127.0.0.1:" + redis.port())
          .run(context -> assertThat(context).hasFailed().getFailure().rootCause()
              .isInstanceOf(WeakRedisException.class));
    }
  }
}
