package dev.xiaoer.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.desk.Answer;
import dev.xiaoer.desk.Browser;
import dev.xiaoer.desk.WithDesk;
import dev.xiaoer.protocol.Frame.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@WithDesk
class WidgetLookOverHttpTest {

  private static final String OURS = "https://look.example";
  private static final String LOOK = "/api/v1/shops/look/widget";
  private static final String SHOP = """
      {"name":"看","groups":[{"id":"look-sales","name":{"zh":"售前","en":""}}],"origins":["https://look.example"],
       "color":"#336699","side":"LEFT","greeting":{"zh":"欢迎","en":""},"launcher":{"zh":"","en":""},"policy":null,
       "identityEnforced":false}""";

  @LocalServerPort
  int port;

  @Autowired
  ApplicationContext desk;

  @BeforeEach
  void open() {
    Answer saved = new Cast(port, desk).browser(Role.ADMIN).put("/api/v1/shops/look", SHOP);
    assertThat(saved.status()).as("%s", saved).isEqualTo(200);
  }

  @Test
  void aShopsOwnPageReadsHowItsWidgetLooks() {
    Answer look = from(OURS).get(LOOK);
    assertThat(look.json().path("color").asString()).isEqualTo("#336699");
    assertThat(look.header("Access-Control-Allow-Origin")).isEqualTo(OURS);
    assertThat(look.header("Access-Control-Allow-Credentials")).isEmpty();
    assertThat(look.headers().allValues("Vary")).contains("Origin");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "http://look.example", "https://look.example:8443",
    "https://look.example.evil.example", "https://LOOK.example", "null"})
  void noOtherPageDoes(String origin) {
    assertThat(from(origin).get(LOOK).header("Access-Control-Allow-Origin")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/shops/demo/widget", "/api/v1/shops/nobodys/widget", "/api/v1/shops/look/buyers",
    "/api/v1/staff/me", "/api/v1/demo"})
  void andNothingElseIsReadByIt(String path) {
    assertThat(from(OURS).get(path).header("Access-Control-Allow-Origin")).isEmpty();
  }

  private Browser from(String origin) {
    return new Browser(port).with("Origin", origin);
  }
}
