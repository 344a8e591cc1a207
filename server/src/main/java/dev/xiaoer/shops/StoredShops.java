package dev.xiaoer.shops;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Shops as they are kept. Until widgets spoke two languages, colour and greeting lay beside the name and every text was
/// one: such shops are still read, and kept in the new form when they are next saved.
final class StoredShops {

  private final JsonMapper json;

  StoredShops(JsonMapper json) {
    this.json = json;
  }

  String write(Shop shop) {
    return json.writeValueAsString(shop);
  }

  Shop read(String text) {
    JsonNode kept = json.readTree(text);
    if (kept instanceof ObjectNode shop && !shop.has("look")) {
      renew(shop);
    }
    return json.treeToValue(kept, Shop.class);
  }

  private void renew(ObjectNode shop) {
    String color = shop.required("color").asString();
    String greeting = shop.required("greeting").asString();
    shop.remove("color");
    shop.remove("greeting");
    shop.set("look", json.valueToTree(WidgetLook.plain(color, greeting)));
    for (JsonNode group : shop.required("groups")) {
      Bilingual name = Bilingual.of(group.required("name").asString());
      ((ObjectNode) group).set("name", json.valueToTree(name));
    }
  }
}
