package dev.xiaoer.workbench;

import dev.xiaoer.accounts.StaffMember;
import dev.xiaoer.conversation.ConversationRecord;
import dev.xiaoer.conversation.Conversations;
import dev.xiaoer.orders.Order;
import dev.xiaoer.orders.Orders;
import dev.xiaoer.privacy.Masking;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.routing.DeskConversations;
import dev.xiaoer.shops.Buyer;
import dev.xiaoer.shops.Customers;
import dev.xiaoer.shops.Product;
import dev.xiaoer.shops.Products;
import dev.xiaoer.shops.Shop;
import dev.xiaoer.shops.Shops;
import dev.xiaoer.workbench.BuyerFile.Bought;
import dev.xiaoer.workbench.BuyerFile.Earlier;
import dev.xiaoer.workbench.BuyerFile.Item;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Puts together what the desk knows of a buyer. Waits for the store.
@Service
public class BuyerFiles {

  private static final int MOST = 20;

  private final Conversations conversations;
  private final DeskConversations desk;
  private final Shops shops;
  private final Products products;
  private final Customers customers;
  private final Orders orders;
  private final Glances glances;
  private final StaffNames names;

  BuyerFiles(
      Conversations conversations,
      DeskConversations desk,
      Shops shops,
      Products products,
      Customers customers,
      Orders orders,
      Glances glances,
      StaffNames names) {
    this.conversations = conversations;
    this.desk = desk;
    this.shops = shops;
    this.products = products;
    this.customers = customers;
    this.orders = orders;
    this.glances = glances;
    this.names = names;
  }

  /// @return null when there is no such conversation, or it is none of the member's business
  public @Nullable BuyerFile of(StaffMember member, ConversationId id) {
    ConversationRecord record = Waiting.on(conversations.find(id));
    if (record == null || !member.maySee(record.card().desk(), record.card().group())) {
      return null;
    }
    var buyer = new Buyer(record.buyer().id(), record.card().shop(), record.buyer().name());
    Shop shop = shops.find(buyer.shop());
    var named = new BuyerFile.NamedShop(buyer.shop(), shop == null ? buyer.shop() : shop.name());
    String contact = record.contact() == null ? null : Masking.contact(record.contact());
    return new BuyerFile(buyer.id(), buyer.name(), buyer.known(), record.tier(), named, contact, bought(buyer),
        earlier(member, buyer));
  }

  private List<Bought> bought(Buyer buyer) {
    String customer = customers.of(buyer);
    if (customer == null) {
      return List.of();
    }
    List<Order> found = orders.ofCustomer(buyer.shop(), customer, MOST);
    Map<String, Product> shown = new HashMap<>();
    found.stream().flatMap(order -> order.items().stream()).map(Order.Item::product).distinct().forEach(id -> {
      Product product = products.find(buyer.shop(), id);
      if (product != null) {
        shown.put(id, product);
      }
    });
    return found.stream().map(order -> bought(order, shown)).toList();
  }

  private static Bought bought(Order order, Map<String, Product> shown) {
    List<Item> items = order.items().stream()
        .map(item -> new Item(item.product(), item.name(), item.quantity(), item.price(),
            picture(shown.get(item.product()))))
        .toList();
    return new Bought(order.number(), order.placedAt(), order.state(), order.total(), items);
  }

  private static @Nullable String picture(@Nullable Product product) {
    return product == null ? null : product.picture();
  }

  /// What a colleague's group had with the buyer is not shown to those who may not see it.
  private List<Earlier> earlier(StaffMember member, Buyer buyer) {
    var records = new LinkedHashMap<ConversationId, ConversationRecord>();
    for (ConversationId id : Waiting.on(desk.ofBuyer(buyer.shop(), buyer.id(), MOST))) {
      ConversationRecord record = Waiting.on(conversations.find(id));
      if (record != null && member.maySee(record.card().desk(), record.card().group())) {
        records.put(id, record);
      }
    }
    Map<ConversationId, Glance> seen = glances.at(records.keySet());
    return records.entrySet().stream().map(one -> {
      Glance glance = seen.getOrDefault(one.getKey(), Glance.NONE);
      return new Earlier(one.getKey(), glance.openedAt(), glance.closedAt(), names.of(one.getValue().agent()),
          glance.lastText());
    }).toList();
  }
}
