package dev.xiaoer.protocol;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import org.jspecify.annotations.Nullable;

/// What a conversation is about, as it looked when it was shown. Filled by the server; money in cents.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface Card {

  /// @param id the shop's own
  /// @param picture where its picture is
  /// @param url its page in the shop
  @JsonTypeName("product")
  record Product(String id, String name, long price, @Nullable String picture, @Nullable String url) implements Card {}

  /// @param verified whether it is an order of the conversation's buyer; if not, nothing but its number is told
  /// @param placedAt in ms
  /// @param title the name of its first item
  /// @param quantity how many pieces in all
  /// @param picture of its first item
  @JsonTypeName("order")
  record Order(String number, boolean verified, @Nullable String state, @Nullable Long placedAt,
      @Nullable String title, @Nullable Integer quantity, @Nullable Long total, @Nullable String picture)
      implements
        Card {}
}
