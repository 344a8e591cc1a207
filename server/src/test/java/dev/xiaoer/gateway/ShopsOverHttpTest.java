package dev.xiaoer.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.desk.Answer;
import dev.xiaoer.desk.Browser;
import dev.xiaoer.desk.WithDesk;
import dev.xiaoer.protocol.Frame.Role;
import dev.xiaoer.shops.Shop;
import dev.xiaoer.shops.ShopGroup;
import dev.xiaoer.shops.Shops;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WithDesk
class ShopsOverHttpTest {

  private static final String SHOP = """
      {"name":"丝","groups":[{"id":"silk-sales","name":{"zh":"售前","en":"Sales"}},{"id":"g2","name":{"zh":"售后","en":""}}],
       "origins":["https://silk.example"],"color":"#336699","side":"LEFT","greeting":{"zh":"欢迎","en":"Welcome"},
       "launcher":{"zh":"客服","en":"Chat"},"policy":{"zh":"保密","en":""},"identityEnforced":true}""";

  @LocalServerPort
  int port;

  @Autowired
  ApplicationContext desk;

  @Autowired
  Shops shops;

  private Cast cast;
  private Browser admin;

  @BeforeEach
  void open() {
    cast = new Cast(port, desk);
    admin = cast.browser(Role.ADMIN);
  }

  @Test
  void theWidgetShowsWhatTheAdministratorSaid() {
    Answer saved = admin.put("/api/v1/shops/silk-1", SHOP);
    assertThat(saved.status()).as("%s", saved).isEqualTo(200);
    JsonNode widget = new Browser(port).get("/api/v1/shops/silk-1/widget").json();
    for (String said : List.of("name", "color", "side", "greeting", "launcher", "policy")) {
      assertThat(widget.path(said)).as(said).isEqualTo(JsonMapper.shared().readTree(SHOP).path(said));
      assertThat(widget.path(said)).as(said).isEqualTo(saved.json().path(said));
    }
    assertThat(widget.path("identityRequired").asBoolean()).isTrue();
    assertThat(widget.path("firstReplySeconds").isNull()).isTrue();
    assertThat(widget.path("groups").path(0).path("name").path("en").asString()).isEqualTo("Sales");
    assertThat(saved.json().path("desk").asString()).isEqualTo("demo");
  }

  @Test
  void theDemoSpeaksTwoLanguagesAndSaysWhatItTakes() {
    JsonNode widget = new Browser(port).get("/api/v1/shops/demo/widget").json();
    for (String said : List.of("greeting", "launcher", "policy")) {
      assertThat(widget.path(said).path("zh").asString()).isNotBlank();
      assertThat(widget.path(said).path("en").asString()).isNotBlank();
    }
    assertThat(widget.path("files").path("types").valueStream().map(JsonNode::asString))
        .containsExactly("jpg", "jpeg", "png", "gif", "webp", "pdf", "txt");
    assertThat(widget.path("files").path("on").asBoolean()).isTrue();
    assertThat(widget.path("files").path("maxBytes").asLong()).isEqualTo(10 * 1024 * 1024);
    assertThat(widget.path("files").path("maxPerDay").asInt()).isEqualTo(20);
    assertThat(widget.has("firstReplySeconds")).isTrue();
  }

  @Test
  void aGroupSaysHowManyAreThere() {
    admin.put("/api/v1/shops/silk-2", SHOP.replace("silk-sales", "silk-2-sales"));
    assertThat(onDuty("silk-2")).containsExactly(0, 0);
    Caller agent = cast.asStaff(cast.member(Role.AGENT, "silk-2-sales"));
    String ref = Cast.ref();
    agent.says("{\"type\":\"availability.set\",\"ref\":\"" + ref + "\",\"state\":\"ONLINE\"}");
    assertThat(agent.hearsAbout(ref).path("type").asString()).isEqualTo("reply");
    assertThat(onDuty("silk-2")).containsExactly(1, 0);
  }

  @Test
  void anotherDesksShopIsNotFoundAndNotListed() {
    shops.save(new Shop("theirs", "elsewhere", "T", List.of(new ShopGroup("g", "G")), Set.of(), "#ffffff", "", false));
    assertThat(admin.put("/api/v1/shops/theirs", SHOP).status()).isEqualTo(404);
    assertThat(shops.find("theirs")).satisfies(shop -> assertThat(shop.name()).isEqualTo("T"));
    assertThat(admin.get("/api/v1/shops").body()).doesNotContain("theirs").contains("\"demo\"");
  }

  @Test
  void whatIsNoShopIsRefused() {
    for (String wrong : List.of(
        SHOP.replace("#336699", "red"),
        SHOP.replace("#336699", "#3366999"),
        SHOP.replace("#336699", "#33669g"),
        SHOP.replace("LEFT", "TOP"),
        SHOP.replace("\"LEFT\"", "null"),
        SHOP.replace("https://silk.example", "https://silk.example/path"),
        SHOP.replace("https://silk.example", "https://silk.example; script-src *"),
        SHOP.replace("https://silk.example", "*"),
        SHOP.replace("欢迎", "欢".repeat(501)),
        SHOP.replace("客服", "客".repeat(21)),
        SHOP.replace("保密", "保".repeat(2_001)),
        SHOP.replace("\"售前\"", "\"\""),
        SHOP.replace("\"丝\"", "\"\""),
        SHOP.replace("silk-sales", "sales{}"),
        SHOP.replace("{\"zh\":\"欢迎\",\"en\":\"Welcome\"}", "\"欢迎\""),
        SHOP.replaceAll("\"groups\":\\[.*?]", "\"groups\":[]"))) {
      Answer answer = admin.put("/api/v1/shops/wrong", wrong);
      assertThat(answer.status()).as(wrong).isEqualTo(400);
      assertThat(answer.code()).as(wrong).isEqualTo("INVALID");
    }
    for (String field : List.of("id", "desk", "owner")) {
      Answer answer = admin.put("/api/v1/shops/wrong", SHOP.replaceFirst("\\{", "{\"" + field + "\":\"elsewhere\","));
      assertThat(answer.code()).as(field).isEqualTo("UNKNOWN_FIELD");
    }
    assertThat(shops.find("wrong")).isNull();
  }

  private List<Integer> onDuty(String shop) {
    return new Browser(port).get("/api/v1/shops/" + shop + "/widget").json().path("groups").valueStream()
        .map(group -> group.path("onDuty").asInt()).toList();
  }
}
