package dev.xiaoer.gateway;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever is sent to a door comes out as a command or as a documented refusal.
///
/// The build tries each of [FuzzSeeds]. To let the fuzzer make more of them, as long as you like: `JAZZER_FUZZ=1
/// JAZZER_MAX_DURATION=30m ./mvnw -pl server -am -Dtest=FrameFuzzTest -Dsurefire.failIfNoSpecifiedTests=false test`.
class FrameFuzzTest {

  private static Stream<byte[]> seeds() {
    return FuzzSeeds.all().map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  @FuzzTest(maxDuration = "")
  @MethodSource("seeds")
  void anyBytesAreTreatedAsDocumented(byte[] bytes) {
    FuzzedFrame.isTreatedAsDocumented(new String(bytes, StandardCharsets.UTF_8));
  }
}
