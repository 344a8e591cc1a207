package dev.xiaoer.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.json.StrictJson;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The same frames are read by the pages' tests: what both sides read and write alike cannot drift apart.
class GoldenFramesTest {

  private static final JsonMapper TREES = JsonMapper.builder().build();

  private final StrictJson json = new StrictJson();

  private record Golden(Class<?> kind, String file, List<Class<?>> tagged) {
    @Override
    public String toString() {
      return file;
    }
  }

  private static Stream<Golden> files() {
    return Stream.of(
        new Golden(ByBuyer.class, "by-buyer.json", List.of(ByBuyer.class, CardAsked.class)),
        new Golden(ByAgent.class, "by-agent.json", List.of(ByAgent.class, CardAsked.class)),
        new Golden(Frame.class, "frames.json", List.of(Frame.class, Event.class, Signal.class, Card.class)));
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyGoldenFrameIsReadAndWrittenBackTheSame(Golden golden) throws IOException {
    for (JsonNode frame : read(golden)) {
      var decoded = json.read(golden.kind(), frame.toString());
      assertThat(decoded).as("%s", frame).isInstanceOf(StrictJson.Decoded.Good.class);
      Object value = ((StrictJson.Decoded.Good<?>) decoded).value();
      assertThat(TREES.readTree(json.write(value))).isEqualTo(frame);
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyTypeHasAGoldenFrame(Golden golden) throws IOException {
    var seen = new HashSet<String>();
    for (JsonNode frame : read(golden)) {
      seen.addAll(frame.findValuesAsString("type"));
    }
    Set<String> known = new HashSet<>();
    golden.tagged().forEach(union -> WireTypes.members(union).forEach(type -> known.add(WireTypes.tagOf(type))));
    assertThat(seen).containsExactlyInAnyOrderElementsOf(known);
  }

  private static JsonNode read(Golden golden) throws IOException {
    try (InputStream in = GoldenFramesTest.class.getResourceAsStream("/golden/" + golden.file())) {
      return TREES.readTree(Objects.requireNonNull(in, golden.file()));
    }
  }
}
