package dev.xiaoer.shops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.json.StrictJson;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StoredShopsTest {

  private final StoredShops stored = new StoredShops(new StrictJson().mapper());

  @Test
  void aShopIsReadAsItWasWritten() {
    var look = new WidgetLook("#ff5000", WidgetLook.Side.LEFT, new Bilingual("你好", "Hello"), Bilingual.of("客服"),
        new Bilingual("", ""));
    var shop = new Shop("tea", "demo", "茶", List.of(new ShopGroup("g", new Bilingual("售前", "Sales"))),
        Set.of("https://tea.example"), look, true);
    assertThat(stored.read(stored.write(shop))).isEqualTo(shop);
  }

  @Test
  void aShopFromBeforeThereWereTwoLanguagesIsStillRead() {
    Shop shop = stored.read("""
        {"id":"tea","desk":"demo","name":"茶","groups":[{"id":"g","name":"售前"},{"id":"h","name":"售后"}],
         "origins":["https://tea.example"],"color":"#ff5000","greeting":"欢迎","identityEnforced":true}""");
    assertThat(shop).isEqualTo(new Shop("tea", "demo", "茶",
        List.of(new ShopGroup("g", "售前"), new ShopGroup("h", "售后")), Set.of("https://tea.example"), "#ff5000", "欢迎",
        true));
    assertThat(shop.look().side()).isEqualTo(WidgetLook.Side.RIGHT);
    assertThat(shop.look().policy()).isNull();
    assertThat(stored.read(stored.write(shop))).isEqualTo(shop);
  }
}
