package dev.xiaoer.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.xiaoer.json.StrictJson.Decoded;
import dev.xiaoer.protocol.ByBuyer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever is sent to a door comes out as a command or as a documented refusal.
///
/// The build tries each of [FuzzSeeds] and then what the fuzzer makes of them, always the same. To look for more, as long
/// as you like: `JAZZER_FUZZ=1 JAZZER_MAX_DURATION=30m ./mvnw -pl server -am -Dtest=FrameFuzzTest#anyBytesAreTreatedAsDocumented
/// -Dsurefire.failIfNoSpecifiedTests=false test`.
class FrameFuzzTest {

  private static Stream<byte[]> seeds() {
    return FuzzSeeds.all().map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  @FuzzTest(maxDuration = "")
  @MethodSource("seeds")
  void anyBytesAreTreatedAsDocumented(byte[] bytes) {
    Target.fuzzerTestOneInput(bytes);
  }

  /// What the fuzzer calls when it is not under JUnit.
  public static final class Target {
    private Target() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
      FuzzedFrame.isTreatedAsDocumented(new String(bytes, StandardCharsets.UTF_8));
    }
  }

  /// Negative control: a decoder with a fault that no seed shows.
  public static final class FaultyTarget {
    private FaultyTarget() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
      var decoded = FuzzedFrame.JSON.read(ByBuyer.class, new String(bytes, StandardCharsets.UTF_8));
      if (decoded instanceof Decoded.Good<ByBuyer>(ByBuyer.Hello hello) && hello.token().length() > 20
          && hello.token().chars().distinct().count() < 12) {
        throw new IllegalStateException("the planted fault");
      }
    }
  }

  @Test
  void whatTheFuzzerMakesOfTheSeedsIsTreatedAsDocumented(@TempDir Path folder) throws IOException {
    FuzzRun run = FuzzRun.of(Target.class, folder, 60_000);
    assertThat(run.exit()).as(run.said()).isZero();
    assertThat(run.executions()).as(run.said()).isGreaterThan(1_000);
  }

  @Test
  void theFuzzerFindsAPlantedFault(@TempDir Path folder) throws IOException {
    FuzzRun run = FuzzRun.of(FaultyTarget.class, folder, 1_000_000);
    assertThat(run.exit()).as(run.said()).isNotZero();
    assertThat(run.said()).contains("the planted fault");
  }
}
