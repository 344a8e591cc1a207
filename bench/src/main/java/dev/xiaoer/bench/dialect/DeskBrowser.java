package dev.xiaoer.bench.dialect;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Somebody's cookies at the desk; the one against forged requests is repeated in its header. Any thread.
final class DeskBrowser {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  /// One for everybody: connections are kept, as many as there are requests at once.
  private static final HttpClient HTTP = HttpClient.newBuilder()
      .version(HttpClient.Version.HTTP_1_1)
      .connectTimeout(Duration.ofSeconds(5))
      .build();
  private static final String XSRF = "XSRF-TOKEN";

  private final URI server;
  private final Map<String, String> cookies = new ConcurrentHashMap<>();

  DeskBrowser(URI server) {
    this.server = server;
  }

  void signIn(String name, String password) throws IOException, InterruptedException {
    // It answers 401, and with the cookie.
    get("/api/v1/staff/me");
    String body = JSON.createObjectNode().put("name", name).put("password", password).toString();
    post("/api/v1/staff/sign-in", body);
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    return JSON.readTree(send(request(path).GET()).body());
  }

  JsonNode post(String path, String body) throws IOException, InterruptedException {
    var request = request(path).POST(HttpRequest.BodyPublishers.ofString(body));
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    var answer = send(request);
    if (answer.statusCode() >= 300) {
      throw new IOException(path + " answered " + answer.statusCode() + ": " + answer.body());
    }
    return JSON.readTree(answer.body());
  }

  private HttpRequest.Builder request(String path) {
    var request = HttpRequest.newBuilder(server.resolve(path))
        .timeout(Duration.ofSeconds(30))
        .header("Origin", server.toString());
    if (!cookies.isEmpty()) {
      var line = new StringBuilder();
      cookies.forEach((name, value) -> line.append(line.isEmpty() ? "" : "; ").append(name).append('=').append(value));
      request.header("Cookie", line.toString());
    }
    String xsrf = cookies.get(XSRF);
    return xsrf == null ? request : request.header("X-" + XSRF, xsrf);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    for (String cookie : answer.headers().allValues("Set-Cookie")) {
      String[] pair = cookie.split(";", 2)[0].split("=", 2);
      if (pair[1].isEmpty()) {
        cookies.remove(pair[0]);
      } else {
        cookies.put(pair[0], pair[1]);
      }
    }
    return answer;
  }
}
