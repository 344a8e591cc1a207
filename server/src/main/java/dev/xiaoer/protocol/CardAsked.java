package dev.xiaoer.protocol;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;

/// What a card is to show: only its name crosses the wire, so that nobody makes up an order.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface CardAsked {

  /// @param product the shop's own id, at most 64 visible characters of ASCII
  @JsonTypeName("product")
  record Product(String product) implements CardAsked {
    public Product {
      checkName(product);
    }
  }

  /// @param order its number, at most 64 visible characters of ASCII
  @JsonTypeName("order")
  record Order(String order) implements CardAsked {
    public Order {
      checkName(order);
    }
  }

  private static void checkName(String name) {
    if (name.isEmpty() || name.length() > 64 || name.chars().anyMatch(c -> c <= ' ' || c > '~')) {
      throw new IllegalArgumentException("products and orders are named by 1 to 64 visible characters of ASCII");
    }
  }
}
