package dev.xiaoer.bench.dialect;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The frames both sides of the desk's dialect send, and reading those that are not on the hot path.
final class DeskFrames {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private DeskFrames() {}

  static JsonNode read(Text text) {
    return JSON.readTree(text.bytes(), 0, text.length());
  }

  static String heartbeat() {
    return "{\"type\":\"heartbeat\"}";
  }

  static String follow(String ref, String topic, long seq, @Nullable String id) {
    String have = id == null ? "" : ",\"have\":{\"seq\":" + seq + ",\"id\":\"" + id + "\"}";
    return "{\"type\":\"topic.follow\",\"ref\":\"" + ref + "\",\"topic\":\"" + topic + "\"" + have + "}";
  }

  /// A ref for what is done while signing in, told apart from a message's mark.
  static String ref(String what, long number) {
    return "setup-%s-%08d".formatted(what, number);
  }
}
