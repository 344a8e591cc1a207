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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@WithDesk
class SecurityHeadersTest {

  private static final List<String> PAGES = List.of("/", "/index.html", "/console/", "/console/conversations/x",
      "/demo/",
      "/demo/index.html", "/widget/?shop=demo", "/widget/index.html?shop=demo");

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
    for (String page : PAGES) {
      String policy = browser.get(page).header("Content-Security-Policy");
      assertThat(policy).startsWith("default-src 'none'; script-src 'nonce-")
          .contains("' 'strict-dynamic'; style-src 'self'; connect-src 'self'; img-src 'self' data: blob:")
          .contains("base-uri 'none'")
          .contains("form-action 'self'")
          .contains("require-trusted-types-for 'script'; trusted-types vue;")
          .doesNotContain("unsafe")
          .doesNotContain("*")
          .doesNotContain("{");
    }
  }

  @Test
  void everyPageCarriesTheNonceOfItsOwnAnswer() {
    Set<String> nonces = new HashSet<>();
    for (String page : PAGES) {
      for (int i = 0; i < 3; i++) {
        Answer answer = browser.get(page);
        String nonce = nonce(answer);
        assertThat(nonces.add(nonce)).as("%s is fresh", nonce).isTrue();
        assertThat(answer.body()).contains("<meta property=\"csp-nonce\" nonce=\"" + nonce + "\"");
        assertThat(Pattern.compile("<(script|link|style)\\b[^>]*>").matcher(answer.body()).results())
            .isNotEmpty()
            .allSatisfy(tag -> assertThat(tag.group()).contains("nonce=\"" + nonce + "\""));
      }
    }
  }

  @Test
  void noPageIsKeptAndWhatItNamesIsKeptForever() {
    for (String page : PAGES) {
      Answer answer = browser.get(page);
      assertThat(answer.header("Cache-Control")).as(page).isEqualTo("no-store");
      assertThat(answer.headers().map()).as(page).doesNotContainKeys("etag", "last-modified");
      Matcher script = Pattern.compile("src=\"(/[a-z/]*assets/[^\"]+)\"").matcher(answer.body());
      assertThat(script.find()).as(page).isTrue();
      Answer file = browser.get(script.group(1));
      assertThat(file.header("Cache-Control")).contains("immutable");
      assertThat(file.header("Content-Security-Policy")).doesNotContain("nonce");
    }
  }

  @Test
  void aPageAskedForConditionallyIsWrittenAnew() {
    Browser again = new Browser(port).with("If-Modified-Since", "Fri, 01 Jan 2100 00:00:00 GMT");
    for (String page : PAGES) {
      Answer answer = again.get(page);
      assertThat(answer.status()).as(page).isEqualTo(200);
      assertThat(answer.body()).contains(nonce(answer));
    }
  }

  @Test
  void picturesMayComeFromTheShopsOwnPages() {
    shops.save(new Shop("pictured", "demo", "P", List.of(new ShopGroup("g", "G")), Set.of("https://goods.example"),
        "#ffffff", "", false));
    assertThat(pictures("/console/")).contains(" https://goods.example");
    assertThat(pictures("/widget/?shop=pictured")).endsWith("blob: https://goods.example");
    assertThat(pictures("/widget/?shop=unframed")).doesNotContain("goods.example");
    assertThat(pictures("/demo/")).endsWith("blob:");
    assertThat(pictures("/")).endsWith("blob:");
  }

  @Test
  void evenVeryManyShopsLeaveRoomForTheOtherHeaders() {
    Set<String> many = IntStream.range(0, 300).mapToObj(i -> "https://a-shop-with-a-long-name-" + i + ".example")
        .collect(Collectors.toSet());
    shops.save(new Shop("many", "demo", "M", List.of(new ShopGroup("g", "G")), many, "#ffffff", "", false));
    Answer console = browser.get("/console/");
    shops.save(new Shop("many", "demo", "M", List.of(new ShopGroup("g", "G")), Set.of(), "#ffffff", "", false));
    assertThat(console.status()).isEqualTo(200);
    assertThat(console.header("Content-Security-Policy")).hasSizeBetween(3_000, 5_500);
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

  private static String nonce(Answer page) {
    Matcher nonce = Pattern.compile("'nonce-([A-Za-z0-9+/]{22})'").matcher(page.header("Content-Security-Policy"));
    assertThat(nonce.find()).isTrue();
    return nonce.group(1);
  }

  private String pictures(String path) {
    String policy = browser.get(path).header("Content-Security-Policy");
    return policy.substring(policy.indexOf("img-src"), policy.indexOf("; font-src"));
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
