package dev.xiaoer.workbench;

import dev.xiaoer.orders.Order;
import dev.xiaoer.protocol.ConversationId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who asks in a conversation, as far as the desk knows.
///
/// @param id of the buyer
/// @param known whether the shop's server has vouched for this buyer
/// @param tier what the shop's server calls the buyer's rank; null for a buyer without one
/// @param contact how the buyer wants to be reached, masked
/// @param orders of a known buyer, the youngest first
/// @param conversations with this buyer, this one among them, the youngest first
public record BuyerFile(
    String id,
    @Nullable String name,
    boolean known,
    @Nullable String tier,
    NamedShop shop,
    @Nullable String contact,
    List<Bought> orders,
    List<Earlier> conversations) {

  public record NamedShop(String id, String name) {}

  /// @param total in cents
  public record Bought(String number, Instant placedAt, Order.State state, long total, List<Item> items) {}

  /// @param price of one, in cents
  /// @param picture as the shop shows the product today
  public record Item(String product, String name, int quantity, long price, @Nullable String picture) {}

  /// @param agent the name of whoever had it last
  public record Earlier(
      ConversationId conversation,
      long openedAt,
      @Nullable Long closedAt,
      @Nullable String agent,
      @Nullable String lastText) {}
}
