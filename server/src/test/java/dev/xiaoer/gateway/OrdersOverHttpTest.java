package dev.xiaoer.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.desk.Answer;
import dev.xiaoer.desk.Browser;
import dev.xiaoer.desk.WithDesk;
import dev.xiaoer.orders.Order;
import dev.xiaoer.orders.Orders;
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

@WithDesk
class OrdersOverHttpTest {

  private static final String ORDERS = "/api/v1/shops/order-tea/orders/";
  private static final String ORDER = """
      {"customer":"c-1","placedAt":"2026-01-02T03:04:05Z","state":"PAID",
       "items":[{"product":"pot","name":"壶","quantity":2,"price":68000}]}""";

  @LocalServerPort
  int port;

  @Autowired
  ApplicationContext desk;

  @Autowired
  Shops shops;

  @Autowired
  Orders orders;

  private Browser admin;

  @BeforeEach
  void open() {
    shops.save(new Shop("order-tea", "demo", "T", List.of(new ShopGroup("g", "G")), Set.of(), "#ffffff", "", false));
    shops.save(
        new Shop("order-silk", "elsewhere", "S", List.of(new ShopGroup("g", "G")), Set.of(), "#ffffff", "", false));
    admin = new Cast(port, desk).browser(Role.ADMIN);
  }

  @Test
  void anOrderIsTakenOverAndItsNewerState() {
    assertThat(admin.put(ORDERS + "A1", ORDER).status()).isEqualTo(200);
    assertThat(admin.put(ORDERS + "A2", ORDER.replace("2026-01-02", "2026-01-03")).status()).isEqualTo(200);
    Answer changed = admin.put(ORDERS + "A1", ORDER.replace("PAID", "SHIPPED"));
    assertThat(changed.json().path("state").asString()).isEqualTo("SHIPPED");
    assertThat(changed.json().path("placedAt").asString()).isEqualTo("2026-01-02T03:04:05Z");
    assertThat(numbers("c-1", 20)).containsExactly("A2", "A1");
    assertThat(numbers("c-1", 1)).containsExactly("A2");
    assertThat(orders.ofCustomer("order-tea", "c-1", 20).getLast().state()).isEqualTo(Order.State.SHIPPED);
    assertThat(numbers("c-2", 20)).isEmpty();

    admin.put(ORDERS + "A2", ORDER.replace("c-1", "c-2"));
    assertThat(numbers("c-1", 20)).containsExactly("A1");
    assertThat(numbers("c-2", 20)).containsExactly("A2");
  }

  @Test
  void aForeignShopIsNotFound() {
    for (String shop : List.of("order-silk", "nobody")) {
      assertThat(admin.put("/api/v1/shops/" + shop + "/orders/A1", ORDER).status()).isEqualTo(404);
    }
    assertThat(orders.find("order-silk", "A1")).isNull();
  }

  @Test
  void whatIsNoOrderIsRefused() {
    for (String wrong : List.of(
        ORDER.replace("c-1", ""),
        ORDER.replace("c-1", "c".repeat(256)),
        ORDER.replace("2026-01-02T03:04:05Z", "yesterday"),
        ORDER.replace("2026-01-02T03:04:05Z", "1999-12-31T23:59:59Z"),
        ORDER.replace("2026-01-02T03:04:05Z", "2100-01-01T00:00:00Z"),
        ORDER.replace("PAID", "LOST"),
        ORDER.replace("\"quantity\":2", "\"quantity\":0"),
        ORDER.replace("\"quantity\":2", "\"quantity\":10001"),
        ORDER.replace("\"quantity\":2", "\"quantity\":\"2\""),
        ORDER.replace("68000", "-1"),
        ORDER.replace("\"pot\"", "\"../pot\""),
        ORDER.replace("壶", " "),
        ORDER.replaceAll("\\[.*]", "[]"),
        "{}", "[]")) {
      refused("B1", wrong, "INVALID");
    }
    refused("B1", ORDER.replace("{\"customer\"", "{\"number\":\"A1\",\"customer\""), "UNKNOWN_FIELD");
    refused("B1", ORDER.replace("{\"customer\"", "{\"shop\":\"demo\",\"customer\""), "UNKNOWN_FIELD");
    refused("B1", ORDER.replace("{\"customer\"", "{\"total\":1,\"customer\""), "UNKNOWN_FIELD");
    refused("B.1", ORDER, "INVALID");
    assertThat(orders.find("order-tea", "B1")).isNull();
  }

  private void refused(String number, String order, String code) {
    Answer answer = admin.put(ORDERS + number, order);
    assertThat(answer.status()).as("%s %s", order, answer).isEqualTo(400);
    assertThat(answer.code()).as(order).isEqualTo(code);
  }

  private List<String> numbers(String customer, int most) {
    return orders.ofCustomer("order-tea", customer, most).stream().map(Order::number).toList();
  }
}
