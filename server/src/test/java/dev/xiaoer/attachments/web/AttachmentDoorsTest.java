package dev.xiaoer.attachments.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/// The doors over real HTTP, because half of what they refuse is refused by the container.
@SpringBootTest(classes = DoorsApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
  "desk.attachments.max-size=1MB", "desk.attachments.folder=target/attachments-doors"})
class AttachmentDoorsTest {

  private static final String CONVERSATION = DoorsApplication.CONVERSATION;
  private static final String UPLOADS = "/api/v1/conversations/" + CONVERSATION + "/attachments";
  private static final String BOUNDARY = "----xiaoer";

  @LocalServerPort
  private int port;
  @Autowired
  private JsonMapper json;
  private final HttpClient browser = HttpClient.newHttpClient();

  @Test
  void aFileGoesInAndComesOutByItsLink() throws Exception {
    HttpResponse<String> uploaded = upload("buyer", "../报价 \"1\"; a.txt", "text/plain", "<b>在吗</b>".getBytes(UTF_8));
    assertThat(uploaded.statusCode()).isEqualTo(201);
    Map<?, ?> attachment = json.readValue(uploaded.body(), Map.class);
    assertThat(attachment.get("mime")).isEqualTo("text/plain");

    HttpResponse<String> link = get("buyer", UPLOADS + "/" + attachment.get("id") + "/link");
    String url = String.valueOf(json.readValue(link.body(), Map.class).get("url"));
    HttpResponse<String> file = get(null, url);

    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.body()).isEqualTo("<b>在吗</b>");
    assertThat(header(file, "Content-Type")).isEqualToIgnoringCase("text/plain;charset=utf-8");
    assertThat(header(file, "Content-Disposition"))
        .isEqualTo("attachment; filename*=UTF-8''%E6%8A%A5%E4%BB%B7%20_1__%20a.txt");
    assertThat(header(file, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(file, "Content-Security-Policy")).isEqualTo("sandbox; default-src 'none'");
    assertThat(header(file, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
    assertThat(header(file, "Cache-Control")).contains("private", "no-store");
  }

  @Test
  void aForgedLinkOpensNothing() throws Exception {
    String id = (String) json.readValue(upload("buyer", "a.txt", "text/plain", "a".getBytes(UTF_8)).body(), Map.class)
        .get("id");
    HttpResponse<String> file = get(null, "/files/" + CONVERSATION + "/" + id + "/99999999999999/" + "A".repeat(43));

    assertThat(file.statusCode()).isEqualTo(404);
    assertThat(file.body()).isEmpty();
    assertThat(header(file, "X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @Test
  void whoIsNobodyOrSomebodyElseIsToldNothing() throws Exception {
    byte[] text = "a".getBytes(UTF_8);
    String id = (String) json.readValue(upload("buyer", "a.txt", "text/plain", text).body(), Map.class).get("id");

    assertRefused(upload(null, "a.txt", "text/plain", text), 401, "UNAUTHENTICATED");
    assertRefused(upload("stranger", "a.txt", "text/plain", text), 404, "NOT_FOUND");
    assertRefused(get(null, UPLOADS + "/" + id + "/link"), 401, "UNAUTHENTICATED");
    assertRefused(get("stranger", UPLOADS + "/" + id + "/link"), 404, "NOT_FOUND");
    assertRefused(get("buyer", UPLOADS + "/" + "B".repeat(22) + "/link"), 404, "NOT_FOUND");
    assertRefused(get("buyer", "/api/v1/conversations/nonsense/attachments/" + id + "/link"), 404, "NOT_FOUND");
  }

  @Test
  void aFileThatIsTooLargeIsRefusedWithACode() throws Exception {
    assertRefused(upload("buyer", "a.txt", "text/plain", "a".repeat(1024 * 1024 + 1).getBytes(UTF_8)), 413,
        "FILE_TOO_LARGE");
    assertThat(upload("buyer", "a.txt", "text/plain", "a".repeat(1024 * 1024).getBytes(UTF_8)).statusCode())
        .isEqualTo(201);
  }

  @Test
  void aLieIsRefusedInTheLanguageAskedFor() throws Exception {
    HttpResponse<String> english = upload("buyer", "a.png", "image/png", "<svg/>".getBytes(UTF_8));
    assertRefused(english, 415, "FILE_TYPE");
    assertThat(english.body()).contains("Files of this type are not accepted");
  }

  @Test
  void aBodyThatIsNoFormIsMalformed() throws Exception {
    assertRefused(send(request(UPLOADS, "buyer").header("Content-Type", "multipart/form-data")
        .POST(HttpRequest.BodyPublishers.ofString("junk"))), 400, "MALFORMED");
    assertRefused(send(request(UPLOADS, "buyer").header("Content-Type", "multipart/form-data; boundary=x")
        .POST(HttpRequest.BodyPublishers.ofString("--x\r\nContent-Disp"))), 400, "MALFORMED");
    assertRefused(send(request(UPLOADS, "buyer").header("Content-Type", "multipart/form-data; boundary=x")
        .POST(HttpRequest.BodyPublishers
            .ofString("--x\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\na\r\n--x--\r\n"))),
        400, "MALFORMED");
  }

  private void assertRefused(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
    assertThat(json.readValue(answer.body(), Map.class).get("code")).isEqualTo(code);
    assertThat(answer.body()).doesNotContain("Exception", "at org.", "at dev.");
  }

  private HttpResponse<String> upload(@Nullable String caller, String name, String type, byte[] bytes)
      throws Exception {
    var body = new ByteArrayOutputStream();
    body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
        + name.replace("\"", "\\\"") + "\"\r\nContent-Type: " + type + "\r\n\r\n").getBytes(UTF_8));
    body.writeBytes(bytes);
    body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(ISO_8859_1));
    return send(request(UPLOADS, caller).header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
  }

  private HttpResponse<String> get(@Nullable String caller, String path) throws Exception {
    return send(request(path, caller).GET());
  }

  private HttpRequest.Builder request(String path, @Nullable String caller) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header("Accept-Language", "en-GB,zh;q=0.5");
    return caller == null ? request : request.header("X-Test-Caller", caller);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
