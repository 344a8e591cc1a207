package dev.xiaoer.bench.dialect;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/// Enters the desk by HTTP, as its pages do: buyers get tokens, agents sign in and get one-use tickets for their
/// sockets. An agent's session is kept for the next ticket.
///
public final class DeskAccess {

  private static final Pattern XSRF = Pattern.compile("XSRF-TOKEN=([^;]+)");
  private static final JsonMapper JSON = JsonMapper.builder().build();
  /// Sign-ins are refused when too many wait; these many at once keep a server of two cores busy.
  private static final int AT_ONCE = 8;

  /// @param cookies for the `Cookie` header
  /// @param xsrf for the `X-XSRF-TOKEN` header
  private record Session(String cookies, String xsrf) {}

  private final String shop;
  private final String agentName;
  private final String password;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final List<Session> sessions = new ArrayList<>();

  /// @param shop the shop whose buyers write
  /// @param agentName the name of an agent, with `%d` for its number, counted from 1
  /// @param password every agent's
  public DeskAccess(String shop, String agentName, String password) {
    this.shop = shop;
    this.agentName = agentName;
    this.password = password;
  }

  List<String> buyerTokens(URI server, int count) throws InterruptedException, IOException {
    return atOnce(count, _ -> read(post(server, "/api/v1/shops/" + shop + "/buyers", "{}", new Session("", ""))));
  }

  List<String> agentTickets(URI server, int from, int to) throws InterruptedException, IOException {
    int known = sessions.size();
    sessions.addAll(atOnce(Math.max(0, to - known), i -> signIn(server, known + i + 1)));
    return atOnce(
        to - from, i -> read(post(server, "/api/v1/staff/socket-ticket", "", sessions.get(from + i)), "ticket"));
  }

  private Session signIn(URI server, int agent) throws IOException, InterruptedException {
    var page = http.send(request(server, "/console/").GET().build(), HttpResponse.BodyHandlers.discarding());
    String xsrf = xsrf(page, "");
    String body = JSON.createObjectNode()
        .put("name", agentName.formatted(agent))
        .put("password", password)
        .toString();
    var answer = post(server, "/api/v1/staff/sign-in", body, new Session(cookies(page), xsrf));
    return new Session(cookies(answer) + "; XSRF-TOKEN=" + xsrf(answer, xsrf), xsrf(answer, xsrf));
  }

  private HttpResponse<String> post(URI server, String path, String body, Session session)
      throws IOException, InterruptedException {
    var request = request(server, path).header("Content-Type", "application/json");
    if (!session.cookies().isEmpty()) {
      request.header("Cookie", session.cookies()).header("X-XSRF-TOKEN", session.xsrf());
    }
    var answer = http.send(
        request.POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IOException(path + " answered " + answer.statusCode() + ": " + answer.body());
    }
    return answer;
  }

  private static HttpRequest.Builder request(URI server, String path) {
    return HttpRequest.newBuilder(server.resolve(path)).timeout(Duration.ofSeconds(30)).header("Origin",
        server.toString());
  }

  private static String read(HttpResponse<String> answer) {
    return read(answer, "token");
  }

  private static String read(HttpResponse<String> answer, String field) {
    return JSON.readTree(answer.body()).path(field).asString();
  }

  private static String cookies(HttpResponse<?> answer) {
    return String.join(
        "; ",
        answer.headers().allValues("Set-Cookie").stream().map(cookie -> cookie.split(";", 2)[0]).toList());
  }

  private static String xsrf(HttpResponse<?> answer, String otherwise) {
    for (String cookie : answer.headers().allValues("Set-Cookie")) {
      Matcher matcher = XSRF.matcher(cookie);
      if (matcher.find()) {
        return matcher.group(1);
      }
    }
    return otherwise;
  }

  private interface Entering<T> {
    T enter(int number) throws IOException, InterruptedException;
  }

  private static <T> List<T> atOnce(int count, Entering<T> entering) throws InterruptedException, IOException {
    try (var threads = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
      var tasks = new ArrayList<Callable<T>>();
      for (int i = 0; i < count; i++) {
        int number = i;
        tasks.add(() -> entering.enter(number));
      }
      var all = new ArrayList<T>();
      for (Future<T> entered : threads.invokeAll(tasks)) {
        all.add(entered.get());
      }
      return all;
    } catch (ExecutionException e) {
      throw new IOException("the desk let somebody not in", e.getCause());
    }
  }
}
