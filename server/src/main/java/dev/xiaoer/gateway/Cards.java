package dev.xiaoer.gateway;

import dev.xiaoer.conversation.Shown;
import dev.xiaoer.orders.Order;
import dev.xiaoer.orders.Orders;
import dev.xiaoer.protocol.Card;
import dev.xiaoer.protocol.CardAsked;
import dev.xiaoer.shops.Buyers;
import dev.xiaoer.shops.Product;
import dev.xiaoer.shops.Products;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// Cards of what a shop has told the desk, looked up beside the sockets' threads: both rooms wait for their answers.
final class Cards {

  private final Products products;
  private final Orders orders;
  private final Buyers buyers;
  private final Executor virtualThreads;

  Cards(Products products, Orders orders, Buyers buyers, Executor virtualThreads) {
    this.products = products;
    this.orders = orders;
    this.buyers = buyers;
    this.virtualThreads = virtualThreads;
  }

  /// @param buyer of the conversation: what others ordered is told to nobody in it
  /// @return null when there is no such product
  CompletionStage<@Nullable Shown> find(String shop, String buyer, CardAsked asked) {
    return CompletableFuture.supplyAsync(() -> {
      Card card = card(shop, buyer, asked);
      return card == null ? null : new Shown(asked, card);
    }, virtualThreads);
  }

  /// @return without products the shop does not have
  CompletionStage<List<Card>> known(String shop, String buyer, @Nullable List<CardAsked> asked) {
    return asked == null || asked.isEmpty()
        ? CompletableFuture.completedStage(List.of())
        : CompletableFuture.supplyAsync(
            () -> asked.stream().map(one -> card(shop, buyer, one)).filter(Objects::nonNull).toList(), virtualThreads);
  }

  private @Nullable Card card(String shop, String buyer, CardAsked asked) {
    return switch (asked) {
      case CardAsked.Product(var id) -> {
        Product product = products.find(shop, id);
        yield product == null
            ? null
            : new Card.Product(product.id(), product.name(), product.price(), product.picture(), product.url());
      }
      case CardAsked.Order(var number) -> {
        Order order = orders.find(shop, number);
        yield order != null && buyer.equals(buyers.idOf(shop, order.customer()))
            ? verified(order)
            : new Card.Order(number, false, null, null, null, null, null, null);
      }
    };
  }

  private Card verified(Order order) {
    Order.Item first = order.items().isEmpty() ? null : order.items().getFirst();
    Product product = first == null ? null : products.find(order.shop(), first.product());
    return new Card.Order(order.number(), true, order.state().name(), order.placedAt().toEpochMilli(),
        first == null ? null : first.name(), order.items().stream().mapToInt(Order.Item::quantity).sum(),
        order.total(), product == null ? null : product.picture());
  }
}
