package dev.xiaoer.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.desk.Answer;
import dev.xiaoer.desk.Browser;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.data.redis.core.StringRedisTemplate;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
  "desk.redis.data=target/desk/${random.uuid}",
  "server.address=127.0.0.1",
  "management.server.port=0"})
class FirstStartTest {

  @TestConfiguration(proxyBeanMethods = false)
  static class Console {

    @Bean
    ByteArrayOutputStream printed() {
      return new ByteArrayOutputStream();
    }

    @Bean
    @Primary
    PrintStream consoleToRead(ByteArrayOutputStream printed) {
      return new PrintStream(printed, true, StandardCharsets.UTF_8);
    }
  }

  @LocalServerPort
  int port;

  @Autowired
  ByteArrayOutputStream printed;

  @Autowired
  StringRedisTemplate redis;

  @Test
  void theFirstAdministratorIsMadeOnceByWhoReadsTheConsole() {
    String token = token();
    assertThat(redis.opsForValue().get("{staff}:setup")).isNotNull().doesNotContain(token);
    var browser = new Browser(port);
    assertThat(browser.get("/api/v1/setup").json().path("open").asBoolean()).isTrue();

    assertThat(browser.post("/api/v1/setup", setup("x".repeat(43), "a quiet pot of oolong")).status()).isEqualTo(404);
    Answer weak = browser.post("/api/v1/setup", setup(token, "password1234"));
    assertThat(weak.status()).isEqualTo(400);
    assertThat(weak.code()).isEqualTo("PASSWORD_WEAK");
    assertThat(browser.post("/api/v1/setup", setup(token, "a quiet pot of oolong")).status()).isEqualTo(204);
    assertThat(browser.post("/api/v1/setup", setup(token, "a second pot of oolong")).status()).isEqualTo(404);
    assertThat(redis.opsForValue().get("{staff}:setup")).isNull();
    assertThat(browser.get("/api/v1/setup").json()).hasToString("{\"open\":false}");

    Answer me = browser.signIn("chen", "a quiet pot of oolong");
    assertThat(me.json().path("role").asString()).isEqualTo("ADMIN");
    assertThat(me.json().path("desk").asString()).isEqualTo("main");

    String shop = """
        {"name":"小店","groups":[{"id":"sales","name":{"zh":"售前","en":""}}],"origins":["https://shop.example"],
         "color":"#336699","side":"LEFT","greeting":{"zh":"欢迎","en":"Welcome"},"launcher":{"zh":"","en":""},
         "policy":null,"identityEnforced":false}""";
    assertThat(browser.put("/api/v1/shops/small", shop).status()).isEqualTo(200);
    assertThat(browser.get("/api/v1/shops").json().path(0).path("id").asString()).isEqualTo("small");
    assertThat(browser.get("/api/v1/shops/small/widget").json().path("name").asString()).isEqualTo("小店");
    assertThat(browser.put("/api/v1/shops/small", shop.replace("https://shop.example", "javascript:1")).code())
        .isEqualTo("INVALID");
    assertThat(browser.put("/api/v1/shops/..%2f", shop).status()).isGreaterThanOrEqualTo(400);
  }

  @Test
  void outsideOfTheDemoThereIsNoDemo() {
    var browser = new Browser(port);
    assertThat(browser.get("/api/v1/demo").status()).isEqualTo(404);
    assertThat(browser.post("/api/v1/demo/identity", "{\"customer\":\"1001\"}").status()).isEqualTo(404);
    assertThat(browser.signIn("chen", "tea-for-everyone").status()).isEqualTo(401);
  }

  private String token() {
    Matcher token = Pattern.compile("^\\s+([A-Za-z0-9_-]{43})\\s*$", Pattern.MULTILINE)
        .matcher(printed.toString(StandardCharsets.UTF_8));
    assertThat(token.find()).isTrue();
    return token.group(1);
  }

  private static String setup(String token, String password) {
    return """
        {"token":"%s","desk":"main","name":"chen","displayName":"陈掌柜","password":"%s"}""".formatted(token, password);
  }
}
