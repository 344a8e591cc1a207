package dev.xiaoer.gateway;

import dev.xiaoer.accounts.MemberNews;
import dev.xiaoer.accounts.SignOuts;
import dev.xiaoer.accounts.SocketTickets;
import dev.xiaoer.accounts.StaffMembers;
import dev.xiaoer.attachments.Attachments;
import dev.xiaoer.autoreply.DeskReplies;
import dev.xiaoer.availability.Availability;
import dev.xiaoer.conversation.Conversations;
import dev.xiaoer.groups.DeskRules;
import dev.xiaoer.hub.Hub;
import dev.xiaoer.hub.Ids;
import dev.xiaoer.json.StrictJson;
import dev.xiaoer.orders.Orders;
import dev.xiaoer.phrases.ForbiddenPhrases;
import dev.xiaoer.protocol.Frame;
import dev.xiaoer.redis.RedisLink;
import dev.xiaoer.routing.Assignments;
import dev.xiaoer.routing.Doors;
import dev.xiaoer.routing.GroupBoard;
import dev.xiaoer.routing.Mentions;
import dev.xiaoer.routing.OpenConversations;
import dev.xiaoer.routing.Reception;
import dev.xiaoer.routing.Transfers;
import dev.xiaoer.shops.BuyerTokens;
import dev.xiaoer.shops.Buyers;
import dev.xiaoer.shops.Customers;
import dev.xiaoer.shops.Products;
import dev.xiaoer.shops.Shop;
import dev.xiaoer.shops.Shops;
import dev.xiaoer.timers.Desks;
import java.security.SecureRandom;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;

@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class SocketConfiguration {

  @Bean
  Visits visits(SocketSettings settings, SecureRandom random) {
    return new Visits(settings, System::nanoTime, random);
  }

  @Bean
  StaffConnections staffConnections(SignOuts signOuts, MemberNews news) {
    var connections = new StaffConnections();
    signOuts.onSignOut(connections::closeAll);
    news.onChange(connections::renewAll);
    return connections;
  }

  @Bean
  ConversationRights conversationRights(Conversations conversations) {
    return new ConversationRights(conversations);
  }

  @Bean
  Files files(Attachments attachments, @Qualifier("applicationTaskExecutor") AsyncTaskExecutor executor) {
    return new Files(attachments, executor);
  }

  @Bean
  Cards cards(Products products, Orders orders, Buyers buyers,
      @Qualifier("applicationTaskExecutor") AsyncTaskExecutor executor) {
    return new Cards(products, orders, buyers, executor);
  }

  @Bean
  Colleagues colleagues(StaffMembers staff, @Qualifier("applicationTaskExecutor") AsyncTaskExecutor executor) {
    return new Colleagues(staff, executor);
  }

  @Bean
  Passing passing(Transfers transfers, StaffMembers staff,
      @Qualifier("applicationTaskExecutor") AsyncTaskExecutor executor) {
    return new Passing(transfers, staff, executor);
  }

  @Bean
  Ushers ushers(DeskRules rules, Doors doors, Customers customers, Orders orders,
      @Qualifier("applicationTaskExecutor") AsyncTaskExecutor executor) {
    return new Ushers(rules, doors, customers, orders, executor);
  }

  @Bean
  BuyerDoor buyerDoor(BuyerTokens tokens, Shops shops, Ushers ushers, Reception reception, OpenConversations open,
      Conversations conversations, DeskReplies replies, Files files, Cards cards, SocketSettings settings) {
    return new BuyerDoor(tokens, shops, ushers, reception, open, conversations, replies, files, cards, new Texts(),
        settings);
  }

  @Bean
  StaffDoor staffDoor(SocketTickets tickets, Availability availability, Ids ids, Reception reception,
      Conversations conversations, DeskReplies replies, Files files, Cards cards, Colleagues colleagues,
      Mentions mentions,
      Passing passing, Assignments assignments, GroupBoard groups, ForbiddenPhrases forbidden, StaffConnections present,
      SocketSettings settings) {
    var texts = new Texts();
    return new StaffDoor(tickets, availability, new SeatCommands(availability, texts, ids), reception, conversations,
        replies, files, cards, colleagues, mentions, passing, assignments, groups, texts,
        new PoliteTexts(texts, forbidden, conversations), present, settings);
  }

  @Bean
  WebSocketConfigurer doors(BuyerDoor buyers, StaffDoor staff, Shops shops, Hub hub, StrictJson json,
      MessageSource words, Ids ids, Visits visits, SocketSettings settings) {
    return registry -> {
      registry.addHandler(new SocketHandler<>(buyers, hub, json, words, ids, visits, settings), "/ws/buyer")
          .setAllowedOriginPatterns("*") // OwnOrigin is stricter, and knows the shops
          .addInterceptors(new PlainHandshake(), new OwnOrigin(shops, true));
      registry.addHandler(new SocketHandler<>(staff, hub, json, words, ids, visits, settings), "/ws/staff")
          .setAllowedOriginPatterns("*")
          .addInterceptors(new PlainHandshake(), new OwnOrigin(shops, false));
    };
  }

  /// Everybody is told when the store goes away and when it is back: the pages say so, and send again.
  @Bean
  StoreNews storeNews(RedisLink redis, Visits visits) {
    redis.onAvailability(available -> visits.tellAll(new Frame.Store(available)));
    return new StoreNews();
  }

  /// Marks that the news are listened to.
  record StoreNews() {}

  @Bean
  Desks desks(Shops shops) {
    return () -> shops.all().stream().map(Shop::desk).collect(Collectors.toSet());
  }
}
