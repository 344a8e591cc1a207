package dev.xiaoer.replies.pack;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.xiaoer.replies.Per;
import dev.xiaoer.replies.ReplyKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The schema that editors complete packs by: it says what the reader says, as far as a schema can.
class SchemaTest {

  private static final Path FOLDER = Path.of("src/main/resources/dev/xiaoer/replies");
  private static final Path SCHEMA = FOLDER.resolve("rule-pack.schema.json");

  @ParameterizedTest
  @ValueSource(strings = {"zh-CN", "en", "demo.zh-CN", "demo.en"})
  void theShippedPacksFollowIt(String pack) throws IOException {
    assertThat(errors(Files.readString(FOLDER.resolve(pack + ".yaml")))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "rules: []",
    "language: fr\nrules: []",
    "language: en\nrules: []\ncolour: red",
    "language: en\nrules: [{ id: a, kind: rude, text: x }]",
    "language: en\nrules: [{ id: a, kind: busy }]",
    "language: en\nrules: [{ id: A B, kind: busy, text: x }]",
    "language: en\nrules: [{ id: a, kind: busy, text: x, after: 5s }]",
    "language: en\nrules: [{ id: a, kind: slow-answer, text: x }]",
    "language: en\nrules: [{ id: a, kind: slow-answer, after: soon, text: x }]",
    "language: en\nrules: [{ id: a, kind: keyword, text: x }]",
    "language: en\nrules: [{ id: a, kind: busy, text: x, limit: { times: 0 } }]",
    "language: en\nhours: [9 to 5]\nrules: []",
    "language: en\nrules: []\nfaq: { threshold: 2 }",
    "language: en\nextends: shipped\noverrides: { desk: { busy: { off: true, text: x } } }",
    "language: en\nextends: shipped\noverrides: { agents: { qing: { closing: { off: true } } } }"})
  void whatTheReaderRefusesItRefuses(String pack) {
    assertThat(errors(pack)).isNotEmpty();
  }

  @Test
  void itKnowsTheKindsAndTheCountsOfTheCode() throws IOException {
    JsonNode schema = JsonMapper.shared().readTree(Files.readString(SCHEMA));
    assertThat(words(schema.at("/$defs/rule/properties/kind/enum"))).containsExactlyElementsOf(
        Arrays.stream(ReplyKind.values()).filter(kind -> kind != ReplyKind.FAQ).map(ReplyKind::key).toList());
    assertThat(words(schema.at("/$defs/limit/properties/per/enum")))
        .containsExactlyElementsOf(Arrays.stream(Per.values()).map(Per::key).toList());
    assertThat(schema.at("/$defs/text/maxLength").asInt()).isEqualTo(Texts.MOST_CHARACTERS);
    assertThat(schema.at("/$defs/limit/properties/times/maximum").asInt()).isEqualTo(LimitReader.MOST_TIMES);
  }

  private static List<String> words(JsonNode list) {
    var words = new ArrayList<String>();
    list.forEach(one -> words.add(one.asString()));
    return words;
  }

  private static List<Error> errors(String yaml) {
    try {
      Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(Files.readString(SCHEMA));
      return schema.validate(yaml, InputFormat.YAML);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
