package dev.xiaoer.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.accounts.SocketTickets;
import dev.xiaoer.accounts.StaffMember;
import dev.xiaoer.accounts.StaffMembers;
import dev.xiaoer.attachments.Attachments;
import dev.xiaoer.attachments.Upload;
import dev.xiaoer.gateway.AccessTable.Speaker;
import dev.xiaoer.protocol.Author;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.Frame.Role;
import dev.xiaoer.shops.Buyer;
import dev.xiaoer.shops.BuyerTokens;
import dev.xiaoer.shops.ExpiredTokens;
import dev.xiaoer.shops.Product;
import dev.xiaoer.shops.Products;
import dev.xiaoer.shops.Shop;
import dev.xiaoer.shops.ShopGroup;
import dev.xiaoer.shops.Shops;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.ApplicationContext;

/// A desk of its own, on which only the assigned agent takes buyers, and what everybody has to show at the doors.
final class AccessStage {

  static final String DESK = "access";
  static final String GROUP = "one";

  private final int port;
  private final ApplicationContext desk;
  private final Map<Speaker, StaffMember> staff = new EnumMap<>(Speaker.class);

  AccessStage(int port, ApplicationContext desk) {
    this.port = port;
    this.desk = desk;
    desk.getBean(Shops.class).save(new Shop(DESK, DESK, "A", List.of(new ShopGroup(GROUP, "One"),
        new ShopGroup("two", "Two")), Set.of(), "#000000", "", false));
    desk.getBean(Products.class).save(DESK, new Product("cup-01", "杯", "", 6_800, null, null));
    engage(Speaker.ASSIGNED, DESK, Role.AGENT, GROUP);
    engage(Speaker.COLLEAGUE, DESK, Role.AGENT, GROUP);
    engage(Speaker.OTHER_GROUP, DESK, Role.AGENT, "two");
    engage(Speaker.SUPERVISOR, DESK, Role.SUPERVISOR, GROUP);
    engage(Speaker.ADMIN, DESK, Role.ADMIN);
    engage(Speaker.OTHER_DESK, "elsewhere", Role.AGENT, GROUP);
    engage(Speaker.DISABLED, DESK, Role.AGENT, GROUP);
    desk.getBean(StaffMembers.class).disable(member(Speaker.DISABLED).id());
  }

  private void engage(Speaker speaker, String where, Role role, String... groups) {
    String name = "access-" + speaker.name().toLowerCase(Locale.ROOT).replace('_', '-');
    var member = new StaffMember(name, where, name, "演员", role, Set.of(groups), 1_000);
    assertThat(desk.getBean(StaffMembers.class).create(member, "a kettle of spring water")).isTrue();
    staff.put(speaker, member);
  }

  StaffMember member(Speaker speaker) {
    return Objects.requireNonNull(staff.get(speaker));
  }

  Buyer buyer() {
    return new Buyer("a-" + Cast.ref(), DESK, null);
  }

  /// A conversation that the assigned agent has.
  AccessScene scene() {
    return new AccessScene(this);
  }

  Caller at(String door) {
    return Caller.at(port, door);
  }

  String hello(String door, String credential) {
    return "{\"type\":\"hello\",\"" + (door.equals("/ws/buyer") ? "token" : "ticket") + "\":\"" + credential + "\"}";
  }

  String token(Buyer buyer) {
    return desk.getBean(BuyerTokens.class).issue(buyer);
  }

  String ticket(Speaker speaker) {
    return desk.getBean(SocketTickets.class).issue(member(speaker), "access");
  }

  String expired(String door, Buyer buyer) {
    if (door.equals("/ws/buyer")) {
      return ExpiredTokens.issue(desk, buyer);
    }
    String ticket = ticket(Speaker.ASSIGNED);
    assertThat(desk.getBean(SocketTickets.class).redeem(ticket).toCompletableFuture().join()).isNotNull();
    return ticket;
  }

  /// A file of the conversation.
  ///
  /// @return its id
  String uploaded(String conversation) {
    try {
      Upload upload = desk.getBean(Attachments.class).upload(new ConversationId(conversation), new Author.Buyer(),
          new Upload.Claim("a.txt", "text/plain"), new ByteArrayInputStream("hello".getBytes(StandardCharsets.UTF_8)));
      return ((Upload.Taken) upload).attachment().id();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
