package dev.xiaoer.shops;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Something that a shop sells, as far as the shop has told the desk.
///
/// @param id the shop's own
/// @param price in cents
/// @param picture where to load its picture from; see [ShopAddresses]
/// @param url of its page in the shop; see [ShopAddresses]
public record Product(
    String id,
    String name,
    String detail,
    long price,
    @Nullable String picture,
    @Nullable String url) {

  /// @param words in lower case
  boolean isAbout(String words) {
    return contains(name, words) || contains(detail, words) || contains(id, words);
  }

  private static boolean contains(String text, String words) {
    return text.toLowerCase(Locale.ROOT).contains(words);
  }
}
