package dev.xiaoer.shops;

import org.jspecify.annotations.Nullable;

/// How a shop's widget looks and what it says by itself.
///
/// @param color `#rrggbb`
/// @param side of the page where its button is
/// @param greeting what is said before anybody wrote
/// @param launcher on the button; its own words are used where it is empty
/// @param policy what happens to what people write; null where the shop says nothing
public record WidgetLook(
    String color,
    Side side,
    Bilingual greeting,
    Bilingual launcher,
    @Nullable Bilingual policy) {

  public WidgetLook {
    if (!color.matches("#[0-9a-fA-F]{6}")) {
      throw new IllegalArgumentException("a colour is #rrggbb");
    }
  }

  /// Where most widgets are.
  static WidgetLook plain(String color, String greeting) {
    return new WidgetLook(color, Side.RIGHT, Bilingual.of(greeting), Bilingual.of(""), null);
  }

  public enum Side {
    LEFT, RIGHT
  }
}
