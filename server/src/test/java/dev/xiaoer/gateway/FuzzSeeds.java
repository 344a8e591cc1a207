package dev.xiaoer.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Frames for the fuzzer to begin with: the golden ones, and nasty ones of every sort we could think of.
final class FuzzSeeds {

  private FuzzSeeds() {}

  static Stream<String> all() {
    Stream<String> golden = Stream.of("/ws/buyer", "/ws/staff").flatMap(CommandTypes::golden).map(JsonNode::toString);
    return Stream.concat(golden, nasty());
  }

  private static Stream<String> nasty() {
    try (InputStream in = FuzzSeeds.class.getResourceAsStream("/fuzz/frames.json")) {
      return JsonMapper.shared().readTree(Objects.requireNonNull(in)).valueStream().map(FuzzSeeds::spelledOut);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A long one is written as what is said again and again, and what stands around it.
  private static String spelledOut(JsonNode frame) {
    return frame.isString()
        ? frame.asString()
        : frame.path("before").asString() + frame.path("again").asString().repeat(frame.path("times").asInt())
            + frame.path("after").asString();
  }
}
