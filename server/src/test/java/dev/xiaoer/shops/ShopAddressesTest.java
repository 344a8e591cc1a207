package dev.xiaoer.shops;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShopAddressesTest {

  private final ShopAddresses addresses = new ShopAddresses(
      Set.of("https://shop.example", "http://127.0.0.1:8080"));

  @ParameterizedTest
  @ValueSource(strings = {
    "https://shop.example/p/1.png",
    "https://shop.example",
    "https://shop.example/p?id=1&c=%E8%8C%B6#top",
    "http://127.0.0.1:8080/a",
    "/demo/pictures/pot-zisha.svg",
    "/demo/#pot-zisha",
    "/demo/?product=pot_1&lang=zh",
    "/demo/"})
  void theShopsOwnAndTheDemosAreAllowed(String address) {
    assertThat(addresses.allow(address)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "",
    "https://other.example/p/1.png",
    "http://shop.example/p/1.png",
    "https://shop.example:8443/p",
    "https://shop.example.evil.example/",
    "https://shop.example@evil.example/",
    "https://user@shop.example/",
    "https://evil.example\\@shop.example/",
    "HTTPS://evil.example/?https://shop.example",
    "//shop.example/p",
    "//evil.example/demo/",
    "javascript:alert(1)//https://shop.example",
    "data:image/svg+xml,<svg/>",
    "blob:https://shop.example/1",
    "https://shop.example/\"onerror=\"x",
    "https://shop.example/ p",
    "https://shop.example/\np",
    "https://shop.example/茶.png",
    "/demo/../api/v1/staff",
    "/demo/%2e%2e/api",
    "/demo/pictures/..",
    "/demo/.",
    "/demo",
    "/console/",
    "demo/pictures/a.svg"})
  void everythingElseIsNot(String address) {
    assertThat(addresses.allow(address)).isFalse();
  }

  @Test
  void anEndlessAddressIsRefusedAtOnce() {
    Assertions.assertTimeout(Duration.ofSeconds(1),
        () -> assertThat(addresses.allow("/demo/" + "a.".repeat(247))).isFalse());
    assertThat(addresses.allow("https://shop.example/" + "a".repeat(500))).isFalse();
  }
}
