package dev.xiaoer.redis.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xiaoer.redis.Await;
import dev.xiaoer.redis.Durability;
import dev.xiaoer.redis.embedded.EmbeddedRedisException.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// On a disk that is small enough to fill; making one needs root.
class FullDiskTest {
  @TempDir
  Path folder;

  private boolean mounted;

  private Path smallDisk(int megabytes) throws IOException, InterruptedException {
    Path disk = Files.createDirectories(folder.resolve("disk"));
    mounted = run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", disk.toString()) == 0;
    if (!mounted) {
      String missing = "FULL DISKS NOT TESTED: this user may not mount a small one";
      System.err.println("!!! " + missing);
      Assumptions.abort(missing);
    }
    return disk;
  }

  private static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command).start().waitFor();
  }

  @AfterEach
  void unmount() throws IOException, InterruptedException {
    if (mounted) {
      assertThat(run("umount", folder.resolve("disk").toString())).isZero();
    }
  }

  private static EmbeddedRedisSettings settings(RedisEdition edition, Path disk) {
    return new EmbeddedRedisSettings(disk.resolve("data"), edition.executable().toString(), 0, Durability.STANDALONE,
        null);
  }

  @ParameterizedTest
  @EnumSource
  void aFullDiskIsNamedAtTheStart(RedisEdition edition) throws IOException, InterruptedException {
    Path disk = smallDisk(12);
    assertThatThrownBy(() -> EmbeddedRedis.start(settings(edition, disk), new SecureRandom()))
        .isInstanceOfSatisfying(EmbeddedRedisException.class, e -> {
          assertThat(e.problem()).isEqualTo(Problem.DISK_FULL);
          assertThat(e.action()).contains("Make room");
        });
  }

  @ParameterizedTest
  @EnumSource
  void aDiskThatFillsUpStopsTheWritesAndLosesNothing(RedisEdition edition) throws IOException, InterruptedException {
    Path disk = smallDisk(48);
    try (EmbeddedRedis redis = EmbeddedRedis.start(settings(edition, disk), new SecureRandom())) {
      Path ballast = Files.write(disk.resolve("ballast"), new byte[40 << 20]);
      int acknowledged = fill(redis);
      Await.until("the trouble is told", () -> String.valueOf(redis.trouble()).contains("is full"));
      Files.delete(ballast);
      Await.within(Duration.ofSeconds(30), "the trouble is over", () -> redis.trouble() == null);
      try (Wire wire = Wire.open(redis.port(), redis.password(), Duration.ofSeconds(5))) {
        assertThat(wire.say("STRLEN", "key" + (acknowledged - 1))).isEqualTo(Integer.toString(1 << 16));
        assertThat(Integer.parseInt(wire.say("DBSIZE"))).isGreaterThanOrEqualTo(acknowledged);
      }
    }
  }

  /// @return how many writes were acknowledged before the server would rather end than acknowledge one more
  private static int fill(EmbeddedRedis redis) {
    int acknowledged = 0;
    try (Wire wire = Wire.open(redis.port(), redis.password(), Duration.ofSeconds(5))) {
      while (wire.say("SET", "key" + acknowledged, "x".repeat(1 << 16)).equals("OK")) {
        acknowledged = acknowledged + 1;
      }
    } catch (IOException theServerEnded) {
      assertThat(acknowledged).isPositive();
    }
    return acknowledged;
  }
}
