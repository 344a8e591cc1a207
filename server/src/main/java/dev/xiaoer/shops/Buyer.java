package dev.xiaoer.shops;

import org.jspecify.annotations.Nullable;

/// Somebody who asks a shop something.
///
/// @param id unguessable; of a known buyer always the same one in the shop
/// @param name what the shop's server calls a known buyer
/// @param tier what the shop's server calls the rank of a known buyer
public record Buyer(String id, String shop, @Nullable String name, @Nullable String tier) {

  static final String ANONYMOUS = "a-";
  static final String KNOWN = "k-";

  public Buyer(String id, String shop, @Nullable String name) {
    this(id, shop, name, null);
  }

  /// Whether the shop's server vouched for this buyer. Nothing a buyer types makes the one into the other.
  public boolean known() {
    return id.startsWith(KNOWN);
  }
}
