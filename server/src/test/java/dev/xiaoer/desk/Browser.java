package dev.xiaoer.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Somebody with a browser: keeps cookies and repeats the CSRF cookie in its header.
public final class Browser {

  private final CookieManager cookies = new CookieManager();
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final String desk;
  private final Map<String, String> always = new LinkedHashMap<>();

  public Browser(int port) {
    this.desk = "http://127.0.0.1:" + port;
  }

  /// Sends a header along with everything from now on.
  public Browser with(String header, String value) {
    always.put(header, value);
    return this;
  }

  public Answer signIn(String name, String password) {
    get("/api/v1/staff/me");
    return post("/api/v1/staff/sign-in", "{\"name\":\"" + name + "\",\"password\":\"" + password + "\"}");
  }

  public Answer get(String path) {
    return send("GET", path, "");
  }

  public Answer post(String path, String json) {
    return send("POST", path, json);
  }

  public Answer put(String path, String json) {
    return send("PUT", path, json);
  }

  public Answer send(String method, String path, String json) {
    return send(method, path, json.getBytes(StandardCharsets.UTF_8));
  }

  public Answer send(String method, String path, byte[] json) {
    var request = HttpRequest.newBuilder(URI.create(desk + path));
    always.forEach(request::header);
    cookie("XSRF-TOKEN").ifPresent(token -> request.header("X-XSRF-TOKEN", token));
    if (json.length == 0) {
      request.method(method, HttpRequest.BodyPublishers.noBody());
    } else {
      request.header("Content-Type", "application/json").method(method, HttpRequest.BodyPublishers.ofByteArray(json));
    }
    return send(request.build());
  }

  public Optional<String> cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst();
  }

  public void setCookie(String name, String value) {
    var cookie = new HttpCookie(name, value);
    cookie.setPath("/");
    cookie.setVersion(0);
    cookies.getCookieStore().add(URI.create(desk), cookie);
  }

  public void forgetCookie(String name) {
    cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .toList()
        .forEach(cookie -> cookies.getCookieStore().remove(URI.create(desk), cookie));
  }

  private Answer send(HttpRequest request) {
    try {
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while asking the desk", e);
    }
  }
}
