package dev.xiaoer.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.desk.Answer;
import dev.xiaoer.desk.Browser;
import dev.xiaoer.desk.WithDesk;
import dev.xiaoer.protocol.Frame.Role;
import dev.xiaoer.shops.Products;
import dev.xiaoer.shops.Shop;
import dev.xiaoer.shops.ShopGroup;
import dev.xiaoer.shops.Shops;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@WithDesk
class ProductsOverHttpTest {

  private static final String PRODUCTS = "/api/v1/shops/tea/products";
  private static final String POT = """
      {"name":"紫砂壶","detail":"220 毫升","price":68000,"picture":"https://tea.example/pot.png","url":null}""";

  @LocalServerPort
  int port;

  @Autowired
  ApplicationContext desk;

  @Autowired
  Shops shops;

  @Autowired
  Products products;

  private Browser admin;

  @BeforeEach
  void open() {
    for (String id : new String[]{"tea", "silk"}) {
      shops.save(new Shop(id, id.equals("tea") ? "demo" : "elsewhere", id, List.of(new ShopGroup("g", "G")),
          Set.of("https://" + id + ".example"), "#ffffff", "", false));
      products.search(id, "", 1_000).forEach(product -> products.remove(id, product.id()));
    }
    admin = new Cast(port, desk).browser(Role.ADMIN);
  }

  @Test
  void aBuyerLooksAtWhatTheOwnShopSells() {
    admin.put(PRODUCTS + "/pot-1", POT);
    String token = new Browser(port).post("/api/v1/shops/tea/buyers", "{}").json().path("token").asString();
    Browser buyer = new Browser(port).with("Authorization", "Bearer " + token);
    Answer pot = buyer.get(PRODUCTS + "/pot-1");
    assertThat(pot.json().path("name").asString()).isEqualTo("紫砂壶");
    assertThat(pot.json().path("picture").asString()).isEqualTo("https://tea.example/pot.png");
    assertThat(buyer.get(PRODUCTS + "/pot-2").code()).isEqualTo("NOT_FOUND");
    assertThat(buyer.get("/api/v1/shops/demo/products/gaiwan-white").code()).isEqualTo("NOT_FOUND");
  }

  @Test
  void aProductIsTakenOverChangedFoundAndRemoved() {
    assertThat(admin.put(PRODUCTS + "/pot-1", POT).status()).isEqualTo(200);
    assertThat(admin.put(PRODUCTS + "/cup-1", POT.replace("紫砂壶", "Ru Cup")).status()).isEqualTo(200);
    assertThat(admin.put(PRODUCTS + "/pot-1", POT.replace("68000", "59900")).status()).isEqualTo(200);

    Browser agent = new Cast(port, desk).browser(Role.AGENT);
    assertThat(found(agent, "")).containsExactly("cup-1", "pot-1");
    assertThat(found(agent, "?q=rU")).containsExactly("cup-1");
    assertThat(found(agent, "?q=220&limit=1")).hasSize(1);
    assertThat(found(agent, "?q=pot-1")).containsExactly("pot-1");
    assertThat(found(agent, "?q=nothing")).isEmpty();
    assertThat(products.find("tea", "pot-1")).satisfies(pot -> assertThat(pot.price()).isEqualTo(59_900));

    assertThat(admin.send("DELETE", PRODUCTS + "/pot-1", "").status()).isEqualTo(204);
    assertThat(admin.send("DELETE", PRODUCTS + "/pot-1", "").status()).isEqualTo(404);
    assertThat(products.find("tea", "pot-1")).isNull();
  }

  @Test
  void aForeignShopIsNotFound() {
    for (String shop : new String[]{"silk", "nobody"}) {
      String path = "/api/v1/shops/" + shop + "/products";
      assertThat(admin.get(path).status()).isEqualTo(404);
      assertThat(admin.put(path + "/pot-1", POT.replace("tea.example", "silk.example")).status()).isEqualTo(404);
      assertThat(admin.send("DELETE", path + "/pot-1", "").status()).isEqualTo(404);
    }
    assertThat(products.search("silk", "", 10)).isEmpty();
  }

  @Test
  void onlyTheShopsOwnAddressesAreTaken() {
    for (String address : List.of("https://silk.example/a.png", "javascript:alert(1)", "//tea.example/a.png", "")) {
      refused(POT.replace("https://tea.example/pot.png", address), "INVALID");
      refused(POT.replace("\"url\":null", "\"url\":\"" + address + "\""), "INVALID");
    }
    assertThat(products.search("tea", "", 10)).isEmpty();
  }

  @Test
  void whatIsNoProductIsRefused() {
    refused(POT.replace("68000", "-1"), "INVALID");
    refused(POT.replace("68000", "1.5"), "INVALID");
    refused(POT.replace("68000", "\"68000\""), "INVALID");
    refused(POT.replace("68000", "99999999999999"), "INVALID");
    refused(POT.replace("紫砂壶", " "), "INVALID");
    refused(POT.replace("紫砂壶", "壶".repeat(121)), "INVALID");
    refused(POT.replace("220 毫升", "升".repeat(501)), "INVALID");
    refused("{}", "INVALID");
    refused("[]", "INVALID");
    refused(POT.replace("\"url\"", "\"shop\""), "UNKNOWN_FIELD");
    refused(POT.replace("{", "{\"id\":\"other\","), "UNKNOWN_FIELD");
    for (String query : List.of("?limit=0", "?limit=101", "?limit=-1", "?limit=x", "?q=" + "q".repeat(101))) {
      assertThat(admin.get(PRODUCTS + query).code()).as(query).isEqualTo("INVALID");
    }
    assertThat(admin.put(PRODUCTS + "/a.b", POT).code()).isEqualTo("INVALID");
    assertThat(products.search("tea", "", 10)).isEmpty();
  }

  @Test
  void theDemosGoodsHavePicturesAndPages() {
    Shop demo = Objects.requireNonNull(shops.find("demo"));
    assertThat(products.search("demo", "", 100)).hasSize(8).allSatisfy(product -> {
      assertThat(product.picture()).isEqualTo("/demo/pictures/" + product.id() + ".svg");
      assertThat(Stream.of(product.picture(), product.url())).allMatch(demo.addresses()::allow);
    });
  }

  private void refused(String product, String code) {
    Answer answer = admin.put(PRODUCTS + "/pot-1", product);
    assertThat(answer.status()).as(product).isEqualTo(400);
    assertThat(answer.code()).as(product).isEqualTo(code);
  }

  private static List<String> found(Browser browser, String query) {
    return browser.get(PRODUCTS + query).json().path("products").valueStream()
        .map(product -> product.path("id").asString()).toList();
  }
}
