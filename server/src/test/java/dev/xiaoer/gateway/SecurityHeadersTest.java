package dev.xiaoer.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.desk.Answer;
import dev.xiaoer.desk.Browser;
import dev.xiaoer.desk.WithDesk;
import dev.xiaoer.shops.Shop;
import dev.xiaoer.shops.ShopGroup;
import dev.xiaoer.shops.Shops;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@WithDesk
class SecurityHeadersTest {

  @LocalServerPort
  int port;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  @Autowired
  Shops shops;

  private Browser browser;

  @BeforeEach
  void open() {
    browser = new Browser(port);
  }

  @Test
  void everyRouteHasItsHeaders() {
    List<Answer> answers = new ArrayList<>();
    for (Routes.Route route : Routes.of(mappings)) {
      answers.add(browser.send(route.method(), route.example(), route.method().equals("GET") ? "" : "{}"));
    }
    for (String path : List.of("/", "/console/", "/console/conversations", "/demo/", "/widget/", "/widget/loader.js",
        "/assets/none.js", "/favicon.ico", "/nowhere", "/api/v1/nowhere", "/api-docs", "/ws/buyer", "/ws/staff")) {
      answers.add(browser.get(path));
    }
    answers.add(browser.send("DELETE", "/api/v1/staff/me", ""));
    answers.add(browser.post("/api/v1/shops/demo/buyers", "{"));
    answers.add(browser.post("/api/v1/shops/demo/buyers", "x".repeat(70_000)));
    assertThat(answers).hasSizeGreaterThan(25).allSatisfy(SecurityHeadersTest::hasHeaders);
  }

  @Test
  void theApiIsNeverCached() {
    for (Routes.Route route : Routes.of(mappings)) {
      Answer answer = browser.send(route.method(), route.example(), "");
      assertThat(answer.header("Cache-Control")).as(route.toString()).contains("no-store");
    }
  }

  @Test
  void thePagesLoadOnlyWhatIsOurs() {
    for (String page : List.of("/", "/console/", "/demo/", "/widget/?shop=demo")) {
      String policy = browser.get(page).header("Content-Security-Policy");
      assertThat(policy).startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
          .contains("base-uri 'none'")
          .contains("form-action 'self'")
          .doesNotContain("unsafe")
          .doesNotContain("*");
    }
  }

  @Test
  void onlyTheShopsOwnPagesMayFrameItsWidget() {
    shops.save(
        new Shop("framed", "demo", "F", List.of(new ShopGroup("g", "G")), Set.of("https://shop.example:8443"),
            "#ffffff",
            "", false));
    shops.save(new Shop("unframed", "demo", "U", List.of(new ShopGroup("g", "G")), Set.of(), "#ffffff", "", false));
    assertThat(framers("/widget/?shop=framed")).isEqualTo("frame-ancestors https://shop.example:8443");
    assertThat(framers("/widget/?x=1&shop=framed&y=2")).isEqualTo("frame-ancestors https://shop.example:8443");
    assertThat(framers("/widget/?shop=unframed")).isEqualTo("frame-ancestors 'none'");
    assertThat(framers("/widget/?shop=nobody")).isEqualTo("frame-ancestors 'none'");
    assertThat(framers("/widget/")).isEqualTo("frame-ancestors 'none'");
    assertThat(framers("/console/?shop=framed")).isEqualTo("frame-ancestors 'none'");
    assertThat(framers("/demo/?shop=framed")).isEqualTo("frame-ancestors 'none'");
  }

  @Test
  void theDemoMayFrameTheWidgetOfItsShop() {
    assertThat(browser.get("/demo/").header("Content-Security-Policy")).contains("frame-src 'self'");
    assertThat(framers("/widget/?shop=demo")).contains("http://127.0.0.1:" + port);
  }

  @Test
  void theLoaderIsForEveryonesPages() {
    Answer loader = browser.get("/widget/loader.js");
    assertThat(loader.status()).isEqualTo(200);
    assertThat(loader.header("Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
    assertThat(browser.get("/console/").header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
  }

  @Test
  void overHttpsTheBrowserIsToldToStayThere() {
    assertThat(browser.get("/console/").headers().firstValue("Strict-Transport-Security")).isEmpty();
    Browser behindProxy = new Browser(port).with("X-Forwarded-Proto", "https").with("X-Forwarded-For", "203.0.113.9");
    assertThat(behindProxy.get("/console/").header("Strict-Transport-Security")).contains("max-age=31536000");
  }

  @Test
  void aProblemSaysNothingOfOurInside() {
    for (Answer answer : List.of(
        browser.get("/api/v1/nowhere"),
        browser.post("/api/v1/shops/demo/buyers", "{\"token\":1}"),
        browser.send("POST", "/api/v1/shops/demo/buyers",
            "{\"token\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1)),
        browser.get("/api/v1/shops/%00/widget"))) {
      assertThat(answer.body()).doesNotContain("Exception").doesNotContain("dev.xiaoer").doesNotContain("Tomcat")
          .doesNotContain("springframework");
    }
  }

  private String framers(String path) {
    String policy = browser.get(path).header("Content-Security-Policy");
    return policy.substring(policy.indexOf("frame-ancestors"));
  }

  private static void hasHeaders(Answer answer) {
    assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
    assertThat(answer.header("Content-Security-Policy") + answer.header("X-Frame-Options"))
        .containsAnyOf("frame-ancestors", "DENY");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
    assertThat(answer.header("Cross-Origin-Resource-Policy")).isIn("same-origin", "cross-origin");
    assertThat(answer.header("Permissions-Policy")).contains("camera=()");
    assertThat(answer.header("Cache-Control")).isNotEmpty();
    assertThat(answer.headers().map()).doesNotContainKey("server").doesNotContainKey("x-powered-by");
  }
}
