package dev.xiaoer.desk;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What came back.
public record Answer(int status, HttpHeaders headers, String body) {

  public JsonNode json() {
    return JsonMapper.shared().readTree(body);
  }

  /// The code of a refusal.
  public String code() {
    return json().path("code").asString();
  }

  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  @Override
  public String toString() {
    return status + " " + body;
  }
}
