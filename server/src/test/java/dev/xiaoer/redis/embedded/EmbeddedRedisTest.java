package dev.xiaoer.redis.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xiaoer.redis.Await;
import dev.xiaoer.redis.Durability;
import dev.xiaoer.redis.embedded.EmbeddedRedisException.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EmbeddedRedisTest {
  @TempDir
  Path folder;

  private EmbeddedRedisSettings settings(RedisEdition edition) {
    return settings(edition, folder.resolve("data"), 0);
  }

  private static EmbeddedRedisSettings settings(RedisEdition edition, Path data, int port) {
    return new EmbeddedRedisSettings(data, edition.executable().toString(), port, Durability.STANDALONE, null);
  }

  private static String say(int port, String password, String... words) {
    try (Wire wire = Wire.open(port, password, Duration.ofSeconds(5))) {
      return wire.say(words);
    } catch (IOException e) {
      return "";
    }
  }

  private static String say(EmbeddedRedis redis, String... words) {
    return say(redis.port(), redis.password(), words);
  }

  private static void refused(Problem problem, String action, ThrowingCallable start) {
    assertThatThrownBy(start).isInstanceOfSatisfying(EmbeddedRedisException.class, e -> {
      assertThat(e.problem()).as(e.getMessage()).isEqualTo(problem);
      assertThat(e.action()).contains(action);
    });
  }

  @ParameterizedTest
  @EnumSource
  void whatWasWrittenIsThereAfterTheNextStart(RedisEdition edition) {
    try (EmbeddedRedis redis = EmbeddedRedis.start(settings(edition), new SecureRandom())) {
      assertThat(say(redis, "INCR", "n")).isEqualTo("1");
    }
    try (EmbeddedRedis redis = EmbeddedRedis.start(settings(edition), new SecureRandom())) {
      assertThat(say(redis, "INCR", "n")).isEqualTo("2");
    }
  }

  @ParameterizedTest
  @EnumSource
  void onlyThisUserCanTalkToItAndReadItsFiles(RedisEdition edition) throws IOException {
    try (EmbeddedRedis redis = EmbeddedRedis.start(settings(edition), new SecureRandom())) {
      assertThat(say(redis.port(), "guessed", "PING")).startsWith("-NOAUTH");
      Path data = folder.resolve("data");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data))).isEqualTo("rwx------");
      for (String secret : new String[]{"redis.conf", "address"}) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(secret))))
            .isEqualTo("rw-------");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aServerThatDiesIsStartedAgainWithItsData(RedisEdition edition) {
    try (EmbeddedRedis redis = EmbeddedRedis.start(settings(edition), new SecureRandom())) {
      assertThat(say(redis, "INCR", "n")).isEqualTo("1");
      ProcessHandle.of(redis.pid()).orElseThrow().destroyForcibly();
      Await.until("the trouble is told", () -> redis.trouble() != null);
      Await.until("the trouble is over", () -> redis.trouble() == null);
      assertThat(say(redis, "INCR", "n")).isEqualTo("2");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aServerLeftBehindByAKilledDeskIsEndedAndItsDataKept(RedisEdition edition) throws IOException {
    Process desk = otherDesk(edition);
    String[] up = line(desk).split(" ");
    int port = Integer.parseInt(up[1]);
    assertThat(say(port, up[2], "INCR", "n")).isEqualTo("1");
    desk.destroyForcibly();
    Await.until("the desk is gone", () -> !desk.isAlive());
    assertThat(say(port, up[2], "INCR", "n")).as("its Redis lives on").isEqualTo("2");
    try (EmbeddedRedis redis = EmbeddedRedis.start(settings(edition), new SecureRandom())) {
      assertThat(ProcessHandle.of(Long.parseLong(up[3]))).as("the one left behind").isEmpty();
      assertThat(say(redis, "INCR", "n")).isEqualTo("3");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aFolderThatAnotherDeskHoldsIsRefused(RedisEdition edition) throws IOException {
    Process desk = otherDesk(edition);
    String[] up = line(desk).split(" ");
    refused(Problem.FOLDER_IN_USE, "desk.redis.data", () -> EmbeddedRedis.start(settings(edition), new SecureRandom()));
    assertThat(say(Integer.parseInt(up[1]), up[2], "PING")).as("the other is not disturbed").isEqualTo("PONG");
    desk.getOutputStream().close();
    desk.destroyForcibly();
    Await.until("the desk is gone", () -> !desk.isAlive());
    EmbeddedRedis.start(settings(edition), new SecureRandom()).close();
  }

  private Process otherDesk(RedisEdition edition) throws IOException {
    return new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-cp",
        System.getProperty("java.class.path"), DeskThatIsKilled.class.getName(), folder.resolve("data").toString(),
        edition.executable().toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static String line(Process desk) throws IOException {
    var out = new BufferedReader(new InputStreamReader(desk.getInputStream(), StandardCharsets.UTF_8));
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith("up ")) {
        return line;
      }
    }
    throw new AssertionError("the other desk did not start");
  }

  @ParameterizedTest
  @EnumSource
  void aTakenPortIsNamed(RedisEdition edition) throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      refused(Problem.PORT_TAKEN, "desk.redis.port",
          () -> EmbeddedRedis.start(settings(edition, folder.resolve("data"), taken.getLocalPort()),
              new SecureRandom()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aLogWhoseTailWasCutIsMended(RedisEdition edition) throws IOException {
    writeHundred(edition, "value");
    try (RandomAccessFile log = new RandomAccessFile(log().toFile(), "rw")) {
      log.setLength(log.length() - 5);
    }
    byte[] before = Files.readAllBytes(log());
    try (EmbeddedRedis redis = EmbeddedRedis.start(settings(edition), new SecureRandom())) {
      assertThat(say(redis, "DBSIZE")).isEqualTo("99");
    }
    assertThat(Files.readAllBytes(log().resolveSibling(log().getFileName() + ".before-mending"))).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource
  void aLogDamagedInTheMiddleIsRefusedAndLeftAsItIs(RedisEdition edition) throws IOException {
    writeHundred(edition, "value");
    try (RandomAccessFile log = new RandomAccessFile(log().toFile(), "rw")) {
      log.seek(log.length() / 2);
      log.write("damaged".repeat(20).getBytes(StandardCharsets.US_ASCII));
    }
    byte[] before = Files.readAllBytes(log());
    refused(Problem.LOG_DAMAGED, "redis-check-aof", () -> EmbeddedRedis.start(settings(edition), new SecureRandom()));
    assertThat(Files.readAllBytes(log())).isEqualTo(before);
  }

  /// Redis takes it for a tail cut short, and would cut off all that follows.
  @ParameterizedTest
  @EnumSource
  void aDamagedLengthInTheMiddleIsRefusedAndLeftAsItIs(RedisEdition edition) throws IOException {
    writeHundred(edition, "x".repeat(9_999));
    String text = Files.readString(log());
    Files.writeString(log(), text.substring(0, 300_000) + text.substring(300_000).replaceFirst("9999", "9999999"));
    byte[] before = Files.readAllBytes(log());
    refused(Problem.LOG_DAMAGED, "redis-check-aof", () -> EmbeddedRedis.start(settings(edition), new SecureRandom()));
    assertThat(Files.readAllBytes(log())).isEqualTo(before);
  }

  private void writeHundred(RedisEdition edition, String value) {
    try (EmbeddedRedis redis = EmbeddedRedis.start(settings(edition), new SecureRandom())) {
      for (int i = 0; i < 100; i++) {
        assertThat(say(redis, "SET", "key" + i, value)).isEqualTo("OK");
      }
    }
  }

  private Path log() throws IOException {
    try (var files = Files.walk(folder.resolve("data"))) {
      return files.filter(file -> file.toString().endsWith("incr.aof") || file.endsWith("appendonly.aof")).findFirst()
          .orElseThrow();
    }
  }

  @Test
  void dataOfANewerRedisIsNotPassedOver() {
    if (RedisEdition.PATH.isModern()) {
      EmbeddedRedis.start(settings(RedisEdition.PATH), new SecureRandom()).close();
      refused(Problem.DATA_NEWER, "desk.redis.server",
          () -> EmbeddedRedis.start(settings(RedisEdition.EMBEDDED), new SecureRandom()));
    } else {
      RedisEdition.PATH.executable();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aFolderThatCannotBeMadeIsNamed(RedisEdition edition) throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "not a folder");
    refused(Problem.FOLDER_NOT_WRITABLE, "desk.redis.data",
        () -> EmbeddedRedis.start(settings(edition, file.resolve("data"), 0), new SecureRandom()));
  }

  @Test
  void aServerThatIsNotThereIsNamed() {
    refused(Problem.NO_SERVER, "spring.data.redis.host", () -> EmbeddedRedis
        .start(new EmbeddedRedisSettings(folder.resolve("data"), "/nowhere/redis-server", 0, Durability.STANDALONE,
            null), new SecureRandom()));
  }
}
