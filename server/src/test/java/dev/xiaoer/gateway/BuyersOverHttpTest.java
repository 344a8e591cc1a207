package dev.xiaoer.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.desk.Answer;
import dev.xiaoer.desk.Browser;
import dev.xiaoer.desk.WithDesk;
import dev.xiaoer.shops.Shop;
import dev.xiaoer.shops.ShopGroup;
import dev.xiaoer.shops.Shops;
import java.lang.reflect.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@WithDesk
class BuyersOverHttpTest {

  private static final String BUYERS = "/api/v1/shops/demo/buyers";

  @LocalServerPort
  int port;

  @Autowired
  Shops shops;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  private Browser browser;

  @BeforeEach
  void open() {
    browser = new Browser(port);
  }

  @Test
  void aBuyerComesBackAsTheSame() {
    Answer first = browser.post(BUYERS, "{}");
    String token = first.json().path("token").asString();
    Answer again = new Browser(port).post(BUYERS, "{\"token\":\"" + token + "\"}");
    assertThat(again.json().path("buyer")).isEqualTo(first.json().path("buyer"));
  }

  @Test
  void aTokenOfOneShopOpensNothingInAnother() {
    shops.save(new Shop("second", "demo", "S", List.of(new ShopGroup("g", "G")), Set.of(), "#ffffff", "", false));
    Answer first = browser.post(BUYERS, "{}");
    Answer other = browser.post(
        "/api/v1/shops/second/buyers",
        "{\"token\":\"" + first.json().path("token").asString() + "\"}");
    assertThat(other.json().path("buyer")).isNotEqualTo(first.json().path("buyer"));
  }

  @Test
  void theDemosCustomerIsKnownByTheShopsSignature() {
    String identity = browser.post("/api/v1/demo/identity", "{\"customer\":\"1001\"}").json().path("identity")
        .asString();
    Answer known = browser.post(BUYERS, "{\"identity\":\"" + identity + "\"}");
    assertThat(known.json().path("buyer").path("name").asString()).isEqualTo("王小满");
    Answer copied = browser.post(BUYERS, "{\"identity\":\"" + identity + "\"}");
    assertThat(copied.status()).isEqualTo(401);
    assertThat(copied.code()).isEqualTo("IDENTITY_REFUSED");
  }

  @Test
  void aTypedEmailMergesNobody() {
    for (String typed : new String[]{"email", "id", "name", "phone", "buyer", "customer", "sub", "known"}) {
      Answer answer = browser.post(BUYERS, "{\"" + typed + "\":\"wang@example.com\"}");
      assertThat(answer.status()).as(typed).isEqualTo(400);
      assertThat(answer.code()).isEqualTo("UNKNOWN_FIELD");
    }
  }

  @Test
  void buyerInfoNeverContainsAToken() {
    String token = browser.post(BUYERS, "{}").json().path("token").asString();
    for (String path : List.of("/api/v1/demo", "/api/v1/shops/demo/widget", "/api/v1/staff/me")) {
      assertThat(browser.get(path).body()).doesNotContain(token).doesNotContain("\"token\"");
    }
    assertThat(browser.get("/api/v1/shops/demo/widget").body()).doesNotContain("origins").doesNotContain("desk");
  }

  @Test
  void noTokenIsEverInAUrl() {
    mappings.getHandlerMethods().values().stream()
        .filter(method -> method.getBeanType().getName().startsWith("dev.xiaoer."))
        .flatMap(method -> Arrays.stream(method.getMethod().getParameters()))
        .filter(parameter -> parameter.isAnnotationPresent(RequestParam.class))
        .map(Parameter::getName)
        .forEach(
            name -> assertThat(name.toLowerCase(Locale.ROOT)).doesNotContain("token")
                .doesNotContain("ticket")
                .doesNotContain("password")
                .doesNotContain("identity"));
    String token = browser.post(BUYERS, "{}").json().path("token").asString();
    String link = "/api/v1/conversations/0123456789abcdefghijkl/attachments/x/link";
    assertThat(browser.get(link + "?token=" + token).status()).isEqualTo(401);
    assertThat(browser.get(link + "?access_token=" + token).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "{ | MALFORMED",
    "{} {} | INVALID",
    "[] | INVALID",
    "null | MALFORMED",
    "{\"token\":5} | INVALID",
    "{\"token\":true} | INVALID",
    "{\"token\":{\"a\":1}} | INVALID",
    "{\"token\":\"a\",\"token\":\"b\"} | MALFORMED",
    "{\"priority\":1} | UNKNOWN_FIELD",
    "{\"__proto__\":{}} | UNKNOWN_FIELD",
    "{'token':'a'} | MALFORMED",
    "{\"token\":NaN} | MALFORMED"})
  void aBodyThatIsNotAsAskedForIsRefusedWithItsCode(String body, String code) {
    Answer answer = browser.post(BUYERS, body);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.json().path("instance").asString()).isEqualTo(BUYERS);
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() {
    for (byte[] bad : List.of(new byte[]{(byte) 0xC0, (byte) 0xAF}, new byte[]{(byte) 0xFF},
        new byte[]{(byte) 0xED, (byte) 0xA0, (byte) 0x80}, new byte[]{(byte) 0xE2, (byte) 0x82})) {
      byte[] before = "{\"token\":\"".getBytes(StandardCharsets.UTF_8);
      byte[] after = "\"}".getBytes(StandardCharsets.UTF_8);
      byte[] body = Arrays.copyOf(before, before.length + bad.length + after.length);
      System.arraycopy(bad, 0, body, before.length, bad.length);
      System.arraycopy(after, 0, body, before.length + bad.length, after.length);
      assertThat(browser.send("POST", BUYERS, body).code()).isEqualTo("MALFORMED");
    }
  }

  @Test
  void whatIsTooLargeOrTooDeepIsRefused() {
    Answer large = browser.post(BUYERS, "{\"token\":\"" + "x".repeat(65 * 1024) + "\"}");
    assertThat(large.status()).isEqualTo(413);
    assertThat(large.code()).isEqualTo("TOO_LARGE");
    Answer deep = browser.post(BUYERS, "{\"token\":".repeat(17) + "1" + "}".repeat(17));
    assertThat(deep.status()).isEqualTo(400);
  }

  @Test
  void theWordsAreInTheLanguageAskedFor() {
    assertThat(browser.get("/api/v1/shops/none/widget").json().path("detail").asString())
        .isEqualTo("There is nothing here.");
    Browser chinese = new Browser(port).with("Accept-Language", "zh-CN,zh;q=0.9");
    assertThat(chinese.get("/api/v1/shops/none/widget").json().path("detail").asString()).isEqualTo("没有找到。");
  }

  @Test
  void aMethodOrTypeThatIsNotTakenIsNamed() {
    Answer form = browser.with("Content-Type", "text/plain").send("POST", BUYERS, "");
    assertThat(form.status()).isEqualTo(415);
    assertThat(form.code()).isEqualTo("MEDIA_TYPE");
  }

  @Test
  void theDemoTellsItsPagesWhatToShow() {
    Answer demo = browser.get("/api/v1/demo");
    assertThat(demo.json().path("shop").path("id").asString()).isEqualTo("demo");
    assertThat(demo.json().path("staff").size()).isEqualTo(6);
    assertThat(demo.json().path("orders").valueStream().map(order -> order.path("number").asString()))
        .as("other tests have ordered, too").filteredOn(number -> number.startsWith("XD2026")).hasSize(6);
    assertThat(demo.json().path("shop").path("groups").path(0).path("name").path("en").asString())
        .isEqualTo("Before buying");
    var agent = demo.json().path("staff").path(0);
    assertThat(
        new Browser(port).signIn(agent.path("name").asString(), agent.path("password").asString()).status())
        .isEqualTo(200);
  }

  @Test
  void theApiIsDocumented() {
    Answer document = browser.get("/api-docs");
    assertThat(document.status()).isEqualTo(200);
    for (AccessTable.Route line : AccessTable.routes()) {
      if (line.path().startsWith("/api/")) {
        var operation = document.json().path("paths").path(line.path()).path(line.method().toLowerCase(Locale.ROOT));
        assertThat(operation.path("responses").path("429").isMissingNode()).as(line.path()).isFalse();
      }
    }
    Answer page = browser.get("/api-docs/swagger-ui/index.html");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).doesNotContain("http://").doesNotContain("https://");
  }
}
