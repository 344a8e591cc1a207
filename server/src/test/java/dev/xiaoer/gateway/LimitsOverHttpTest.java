package dev.xiaoer.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.desk.Answer;
import dev.xiaoer.desk.Browser;
import dev.xiaoer.desk.MovableClock;
import dev.xiaoer.desk.WithDesk;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WithDesk
class LimitsOverHttpTest {

  private static final AtomicInteger names = new AtomicInteger();

  @LocalServerPort
  int port;

  @Autowired
  MovableClock clock;

  @Test
  void whoGuessesIsToldWhenToTryAgain() {
    String name = "guessed-" + names.incrementAndGet();
    Browser browser = from("203.0.113.50");
    for (int i = 0; i < 5; i++) {
      assertThat(browser.signIn(name, "wrong again and again").status()).isEqualTo(401);
    }
    Answer refused = browser.signIn(name, "wrong again and again");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.code()).isEqualTo("TOO_MANY");
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(25, 30);
    clock.forward(Duration.ofSeconds(31));
    assertThat(browser.signIn(name, "wrong again and again").status()).isEqualTo(401);
  }

  @Test
  void oneBuyerAsksForTokensOnlySoOften() {
    String token = from("203.0.113.51").post("/api/v1/shops/demo/buyers", "{}").json().path("token").asString();
    String again = "{\"token\":\"" + token + "\"}";
    for (int i = 0; i < 20; i++) {
      assertThat(from("203.0.113." + i).post("/api/v1/shops/demo/buyers", again).status()).isEqualTo(200);
    }
    Answer last = from("203.0.113.21").post("/api/v1/shops/demo/buyers", again);
    assertThat(last.status()).isEqualTo(429);
    assertThat(last.header("Retry-After")).isNotEmpty();
    assertThat(from("203.0.113.52").post("/api/v1/shops/demo/buyers", "{}").status()).isEqualTo(200);
  }

  @Test
  void whatTheClientSaysOfItsAddressIsBelievedOnlyUpToTheLastHopWeDoNotTrust() {
    String name = "spoofed-" + names.incrementAndGet();
    for (int i = 0; i < 20; i++) {
      Browser liar = new Browser(port).with("X-Forwarded-For", "198.51.100." + i + ", 203.0.113.60");
      liar.signIn(name + i, "wrong again and again");
    }
    Browser liar = new Browser(port).with("X-Forwarded-For", "198.51.100.99, 203.0.113.60");
    assertThat(liar.signIn(name + "-last", "wrong again and again").status()).isEqualTo(429);
  }

  private Browser from(String address) {
    return new Browser(port).with("X-Forwarded-For", address);
  }
}
